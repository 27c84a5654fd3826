package org.crosstally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles and runs pieces of code that stand in documents. */
final class Snippets {
  private static final List<String> PACKAGES =
      List.of(
          "agreement",
          "balance",
          "chart",
          "figure",
          "io",
          "reconcile",
          "report",
          "series",
          "trend");

  private Snippets() {}

  /** Runs statements that may refer to a folder {@code out}; gives what they print. */
  static String run(String statements, Path out) throws IOException, ReflectiveOperationException {
    String imports =
        PACKAGES.stream()
            .map(name -> "import org.crosstally." + name + ".*;\n")
            .collect(Collectors.joining());
    String program =
        imports
            + "import java.nio.file.Path;\n"
            + "import java.time.LocalDate;\n"
            + "public class Snippet {\n  public static void run(Path out) {\n"
            + statements
            + "  }\n}\n";
    compile(program, out);
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    URL[] classes = {out.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, Snippets.class.getClassLoader());
        PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(capture);
      loader.loadClass("Snippet").getMethod("run", Path.class).invoke(null, out);
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static void compile(String program, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return program;
          }
        };
    List<String> options =
        List.of(
            "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
    boolean compiled =
        compiler.getTask(null, null, diagnostics, options, null, List.of(source)).call();
    assertThat(compiled)
        .as(
            diagnostics.getDiagnostics().stream()
                .map(d -> d.getLineNumber() + ": " + d.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n", program + "\n", "")))
        .isTrue();
  }
}

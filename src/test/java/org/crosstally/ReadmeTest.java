package org.crosstally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of the front page, one after the other, are a program that compiles and runs. */
class ReadmeTest {
  private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  private static String program() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String body =
        SNIPPET
            .matcher(readme)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.joining());
    String imports =
        List.of("chart", "figure", "io", "reconcile", "series", "trend").stream()
            .map(name -> "import org.crosstally." + name + ".*;\n")
            .collect(Collectors.joining());
    return imports
        + "import java.nio.file.Path;\n"
        + "public class Snippets {\n"
        + "  public static void run(Path out) {\n"
        + body
        + "  }\n}\n";
  }

  @Test
  void the_snippets_compile_and_run(@TempDir Path folder) throws Exception {
    compile(program(), folder);
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    URL[] classes = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, ReadmeTest.class.getClassLoader());
        PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(capture);
      loader.loadClass("Snippets").getMethod("run", Path.class).invoke(null, folder);
    } finally {
      System.setOut(console);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("2,914");
    assertThat(folder.resolve("arrivals.svg")).isNotEmptyFile();
  }

  private static void compile(String program, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///Snippets.java"), JavaFileObject.Kind.SOURCE) {
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

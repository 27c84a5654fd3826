package org.crosstally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code in Javadoc compiles and runs on files of the names that it uses. */
class JavadocSnippetsTest {
  private static final Pattern PRE = Pattern.compile("<pre>\\{@code(.*?)\\}</pre>", Pattern.DOTALL);

  @Test
  void the_snippets_compile_and_run(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("data/mine"));
    Files.writeString(
        folder.resolve("data/mine/figures.csv"), "source,period,value\noffice,2009,100\n");
    Files.writeString(folder.resolve("annual.csv"), "Source,Year,Mean\noffice,2009,0.5\n");
    Files.writeString(folder.resolve("estimates.csv"), "Year,one,two\n2009,100,110\n");

    List<String> snippets = snippets();
    assertThat(snippets).hasSizeGreaterThanOrEqualTo(2);
    for (String snippet : snippets) {
      Snippets.run(snippet.replace("Path.of(", "out.resolve("), folder);
    }
  }

  /** Every piece of code that ends in a statement; formulas do not. */
  private static List<String> snippets() throws IOException {
    List<String> snippets = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        if (file.toString().endsWith(".java")) {
          PRE.matcher(Files.readString(file))
              .results()
              .map(match -> match.group(1).replaceAll("(?m)^\\s*\\* ?", ""))
              .filter(code -> code.strip().endsWith(";"))
              .forEach(snippets::add);
        }
      }
    }
    return snippets;
  }
}

package org.crosstally;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of the front page, one after the other, are a program that compiles and runs. */
class ReadmeTest {
  private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  @Test
  void the_snippets_compile_and_run(@TempDir Path folder) throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    String program =
        SNIPPET
            .matcher(readme)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.joining());

    assertThat(Snippets.run(program, folder)).contains("2,914");
    assertThat(folder.resolve("arrivals.svg")).isNotEmptyFile();
  }
}

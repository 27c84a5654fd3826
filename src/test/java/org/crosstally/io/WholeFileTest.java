package org.crosstally.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void a_file_is_replaced_and_nothing_else_is_left() throws Exception {
    Path file = folder.resolve("new/a.txt");

    WholeFile.write(file, "old");
    WholeFile.write(file, "통일");

    assertThat(file).hasContent("통일");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_link_stays_a_link() throws Exception {
    Path target = Files.writeString(folder.resolve("target.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), target);

    WholeFile.write(link, "new");

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(target).hasContent("new");
  }

  @Test
  void a_folder_is_no_file() {
    assertThatThrownBy(() -> WholeFile.write(folder, "text"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("a directory where a file is expected");
  }
}

package org.crosstally.chart;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.fontbox.util.autodetect.FontFileFinder;

/**
 * The fonts of this machine, for what the usual font cannot show. Those named in the system
 * property {@value #PROPERTY} (files and folders, separated as in a class path) come first, then
 * those of the system.
 */
final class Faces {
  static final String PROPERTY = "org.crosstally.chart.fonts";

  /** Styles that differ from the usual font; the fewer a name has, the earlier it is tried. */
  private static final List<String> STYLES =
      List.of(
          "bold",
          "italic",
          "oblique",
          "light",
          "thin",
          "black",
          "heavy",
          "condensed",
          "narrow",
          "mono",
          "coding",
          "serif",
          "round",
          "eco",
          "script",
          "pen",
          "brush");

  private static final Map<String, Faces> KNOWN = new ConcurrentHashMap<>();

  private final List<Path> files;
  private final Map<Path, Optional<GlyphFace>> read = new ConcurrentHashMap<>();

  private Faces(List<Path> files) {
    this.files = files;
  }

  static Faces here() {
    return KNOWN.computeIfAbsent(System.getProperty(PROPERTY, ""), Faces::find);
  }

  private static Faces find(String places) {
    List<Path> files = new ArrayList<>();
    for (String place : places.split(File.pathSeparator, -1)) {
      if (!place.isBlank()) {
        files.addAll(sorted(inside(Path.of(place))));
      }
    }
    files.addAll(sorted(new FontFileFinder().find().stream().map(Path::of).toList()));
    return new Faces(List.copyOf(files));
  }

  private static List<Path> inside(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(place + " cannot be searched for fonts", e);
    }
  }

  private static List<Path> sorted(List<Path> files) {
    Comparator<Path> plainFirst = Comparator.comparingLong(Faces::styles);
    return files.stream()
        .filter(file -> name(file).endsWith(".ttf"))
        .sorted(
            plainFirst
                .thenComparing(file -> !name(file).contains("sans") && !name(file).contains("goth"))
                .thenComparing(file -> name(file).length())
                .thenComparing(Faces::name)
                .thenComparing(Path::toString))
        .toList();
  }

  private static long styles(Path file) {
    return STYLES.stream().filter(name(file)::contains).count();
  }

  private static String name(Path file) {
    Path last = file.getFileName();
    return last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
  }

  /** The first font that may be embedded and has all characters of a text. */
  Optional<GlyphFace> embeddable(String text) {
    return files.stream()
        .flatMap(file -> read.computeIfAbsent(file, Faces::read).stream())
        .filter(face -> face.shows(text))
        .findFirst();
  }

  /** Empty for a file that is no font that may be embedded; another may do. */
  private static Optional<GlyphFace> read(Path file) {
    try {
      return Optional.of(GlyphFace.read(Files.readAllBytes(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A font of the platform that has all characters of a text. */
  static Optional<Face> platform(String text) {
    return Platform.FONTS.stream()
        .filter(font -> font.canDisplayUpTo(text) < 0)
        .findFirst()
        .map(Face.LaidOut::new);
  }

  /** Looked up only where a text needs it, since asking for all fonts is slow. */
  private static final class Platform {
    static final List<Font> FONTS = sorted();

    private static List<Font> sorted() {
      List<Font> fonts = new ArrayList<>();
      fonts.add(new Font(Font.SANS_SERIF, Font.PLAIN, 1));
      Comparator<Font> serifsLast =
          Comparator.comparing(f -> !f.getFontName(Locale.ROOT).contains("Sans"));
      Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
          .sorted(serifsLast.thenComparing(f -> f.getFontName(Locale.ROOT)))
          .forEach(fonts::add);
      return List.copyOf(fonts);
    }
  }
}

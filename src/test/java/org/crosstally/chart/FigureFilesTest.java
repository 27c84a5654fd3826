package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a journal checks: read back from the files of every kind of chart. */
class FigureFilesTest {
  private static final double TENTH_MM = 0.1;
  private static final double MM_PER_POINT = 25.4 / 72;
  private static final Pattern STROKE = Pattern.compile("stroke-width=\"([0-9.]+)\"");

  static Stream<Charts.Case> charts() {
    return Kinds.all();
  }

  /** Each chart meets some of the presets; all presets are met by each kind. */
  private static List<Page> some(Charts.Case chart) {
    List<Page> pages = new ArrayList<>();
    int first =
        (int) charts().map(Charts.Case::name).takeWhile(n -> !n.equals(chart.name())).count();
    for (int i = first % 4; i < Kinds.PRESETS.size(); i += 4) {
      pages.add(Kinds.PRESETS.get(i));
    }
    return pages;
  }

  @ParameterizedTest
  @MethodSource("charts")
  void noLabelOverlapsAnotherOrLeavesThePage(Charts.Case chart) {
    for (Page page : Kinds.PRESETS) {
      Scene scene = chart.chart().scene(page);
      Rectangle2D paper =
          new Rectangle2D.Double(0, 0, scene.page().widthPt(), scene.page().heightPt());
      List<Label> labels = scene.labels();
      for (int i = 0; i < labels.size(); i++) {
        assertThat(paper.contains(labels.get(i).bounds()))
            .as("%s within %s", labels.get(i), page)
            .isTrue();
        for (int j = i + 1; j < labels.size(); j++) {
          assertThat(labels.get(i).bounds().intersects(inner(labels.get(j).bounds())))
              .as("%s overlaps %s on %s", labels.get(i), labels.get(j), page)
              .isFalse();
        }
      }
    }
  }

  /** Boxes include room above and below the letters that rows may share. */
  private static Rectangle2D inner(Rectangle2D box) {
    return new Rectangle2D.Double(
        box.getX() + 0.01, box.getY() + 0.01, box.getWidth() - 0.02, box.getHeight() - 0.02);
  }

  @ParameterizedTest
  @MethodSource("charts")
  void typeIsWithinTheRulesOfThePage(Charts.Case chart) {
    for (Page page : Kinds.PRESETS) {
      Scene scene = chart.chart().scene(page);
      double scale = page.widthPt() / scene.page().widthPt();
      for (Label label : scene.labels()) {
        assertThat(scale * label.size())
            .as("%s on %s", label, page)
            .isBetween(page.rules().minFontPt() - 1e-9, page.rules().maxFontPt() + 1e-9);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void anSvgHasItsSizeItsTextsAndLinesWithinTheRules(Charts.Case chart) throws IOException {
    for (Page page : Kinds.PRESETS) {
      String svg = new String(encode(chart, ImageFormat.SVG, page), StandardCharsets.UTF_8);
      assertThat(svg)
          .contains("width=\"" + SvgGraphics.number(page.widthMm()) + "mm\"")
          .contains("height=\"" + SvgGraphics.number(page.heightMm()) + "mm\"")
          .contains("<title>")
          .contains("<desc>" + SvgDocument.escaped(chart.chart().alternativeText()));
      boolean outlined = page.rules().text() == Page.Text.OUTLINED;
      assertThat(svg.contains("<text")).isEqualTo(!outlined);
      Matcher strokes = STROKE.matcher(svg);
      while (strokes.find()) {
        // Weights are written to thousandths of a point.
        assertThat(Double.parseDouble(strokes.group(1)))
            .as("line on %s", page)
            .isBetween(page.rules().minLinePt() - 5e-4, page.rules().maxLinePt() + 5e-4);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void aPdfHasItsSizeItsFontsAndItsTexts(Charts.Case chart) throws IOException {
    for (Page page : some(chart)) {
      try (PDDocument document = Loader.loadPDF(encode(chart, ImageFormat.PDF, page))) {
        assertThat(document.getNumberOfPages()).isEqualTo(1);
        PDPage sheet = document.getPage(0);
        assertThat(sheet.getMediaBox().getWidth() * MM_PER_POINT)
            .isCloseTo(page.widthMm(), within(TENTH_MM));
        assertThat(sheet.getMediaBox().getHeight() * MM_PER_POINT)
            .isCloseTo(page.heightMm(), within(TENTH_MM));
        assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        assertThat(document.getDocumentInformation().getTitle()).isNotBlank();
        assertThat(document.getDocumentInformation().getSubject())
            .startsWith(chart.chart().alternativeText());
        assertThat(document.getDocumentInformation().getCreationDate()).isNull();
        List<PDFont> fonts = fonts(sheet.getResources());
        boolean outlined = page.rules().text() == Page.Text.OUTLINED;
        assertThat(fonts.isEmpty()).isEqualTo(outlined);
        for (PDFont font : fonts) {
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          assertThat(font.getName()).as("a subset").matches("[A-Z]{6}\\+.*");
        }
        String expected =
            outlined
                ? ""
                : chart.chart().scene(page).labels().stream()
                    .map(Label::text)
                    .filter(Type::isEmbeddable)
                    .collect(Collectors.joining());
        assertThat(text(document)).as("texts on %s", page).isEqualTo(expected);
      }
    }
  }

  private static List<PDFont> fonts(PDResources resources) throws IOException {
    List<PDFont> fonts = new ArrayList<>();
    for (COSName name : resources.getFontNames()) {
      fonts.add(resources.getFont(name));
    }
    for (COSName name : resources.getXObjectNames()) {
      if (resources.getXObject(name) instanceof PDFormXObject form && form.getResources() != null) {
        fonts.addAll(fonts(form.getResources()));
      }
    }
    return fonts;
  }

  /** The characters in the order in which they are set. */
  private static String text(PDDocument document) throws IOException {
    StringBuilder out = new StringBuilder();
    new PDFTextStripper() {
      @Override
      protected void processTextPosition(TextPosition position) {
        out.append(position.getUnicode());
      }
    }.getText(document);
    return out.toString();
  }

  @Test
  void wordsStandTogetherForWhoeverSearchesAPdf() throws IOException {
    ComparisonChart chart = ComparisonChart.linesBySource(Made.usual());
    byte[] pdf = chart.encode(ImageFormat.PDF, Page.NATURE_DOUBLE);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document).lines())
          .contains("Ministry A", "Year")
          .anyMatch(line -> line.contains("Interval of the reconciled value"));
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void anEpsHasItsSizeAndNoFont(Charts.Case chart) throws IOException {
    Page page = some(chart).get(0);
    String eps = new String(encode(chart, ImageFormat.EPS, page), StandardCharsets.US_ASCII);
    assertThat(eps).startsWith("%!PS-Adobe-3.0 EPSF-3.0\n").endsWith("%%EOF\n");
    assertThat(eps).doesNotContain("findfont").doesNotContain(" show\n");
    Matcher box = Pattern.compile("%%HiResBoundingBox: 0 0 ([0-9.]+) ([0-9.]+)\n").matcher(eps);
    assertThat(box.find()).isTrue();
    assertThat(Double.parseDouble(box.group(1)) * MM_PER_POINT)
        .isCloseTo(page.widthMm(), within(TENTH_MM));
    assertThat(Double.parseDouble(box.group(2)) * MM_PER_POINT)
        .isCloseTo(page.heightMm(), within(TENTH_MM));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void aTiffIsPlainRgbWithItsResolution(Charts.Case chart) throws IOException {
    Page page = some(chart).get(0).withDpi(150);
    byte[] bytes = encode(chart, ImageFormat.TIFF, page);
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in);
      assertThat(reader.getWidth(0)).isEqualTo(page.widthPx());
      assertThat(reader.getHeight(0)).isEqualTo(page.heightPx());
      TIFFDirectory tags = TIFFDirectory.createFromMetadata(reader.getImageMetadata(0));
      assertThat(number(tags, BaselineTIFFTagSet.TAG_COMPRESSION))
          .isEqualTo(BaselineTIFFTagSet.COMPRESSION_LZW);
      assertThat(number(tags, BaselineTIFFTagSet.TAG_SAMPLES_PER_PIXEL)).isEqualTo(3);
      assertThat(number(tags, BaselineTIFFTagSet.TAG_RESOLUTION_UNIT))
          .isEqualTo(BaselineTIFFTagSet.RESOLUTION_UNIT_INCH);
      assertThat(tags.getTIFFField(BaselineTIFFTagSet.TAG_X_RESOLUTION).getAsDouble(0))
          .isEqualTo(150);
      assertThat(tags.getTIFFField(BaselineTIFFTagSet.TAG_Y_RESOLUTION).getAsDouble(0))
          .isEqualTo(150);
      // The pixels make up the size to a tenth of a millimetre, or half a pixel.
      assertThat(page.widthPx() / 150.0 * 25.4).isCloseTo(page.widthMm(), within(TENTH_MM));
    } finally {
      reader.dispose();
    }
  }

  private static int number(TIFFDirectory tags, int tag) {
    return tags.getTIFFField(tag).getAsInt(0);
  }

  @Test
  void eightThreadsWriteTheBytesThatOneWrites()
      throws IOException, InterruptedException, ExecutionException {
    List<byte[]> once = files();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<byte[]>>> runs = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        runs.add(threads.submit(FigureFilesTest::files));
      }
      for (Future<List<byte[]>> run : runs) {
        List<byte[]> again = run.get();
        for (int i = 0; i < once.size(); i++) {
          assertThat(again.get(i)).as("file %d", i).isEqualTo(once.get(i));
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Every kind with hostile data in every format. */
  private static List<byte[]> files() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (Charts.Case chart : charts().filter(c -> c.name().endsWith("hostile")).toList()) {
      for (ImageFormat format : ImageFormat.values()) {
        files.add(encode(chart, format, Page.NATURE_SINGLE.withDpi(72)));
      }
    }
    return files;
  }

  private static byte[] encode(Charts.Case chart, ImageFormat format, Page page)
      throws IOException {
    return chart.chart().encode(format, page);
  }
}

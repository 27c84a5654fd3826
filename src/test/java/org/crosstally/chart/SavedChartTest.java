package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class SavedChartTest {
  private final ComparisonChart chart = ComparisonChart.linesBySource(Made.usual());

  static Stream<Charts.Case> charts() {
    return Charts.all();
  }

  @Test
  void pngHasTheExactSizeItsResolutionAndNoTransparency(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("made/chart.png");
    chart.save(file, Page.NATURE_DOUBLE);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer header = ByteBuffer.wrap(bytes, 16, 10);
    // round(183 / 25.4 * 300) and round(90 / 25.4 * 300)
    assertThat(header.getInt()).isEqualTo(2161);
    assertThat(header.getInt()).isEqualTo(1063);
    assertThat(header.get()).as("bits").isEqualTo((byte) 8);
    assertThat(header.get()).as("colour type RGB").isEqualTo((byte) 2);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("pHYs");
    ByteBuffer resolution = ByteBuffer.wrap(bytes, at + 4, 9);
    // round(300 / 0.0254) dots per metre
    assertThat(resolution.getInt()).isEqualTo(11811);
    assertThat(resolution.getInt()).isEqualTo(11811);
    assertThat(resolution.get()).as("metres").isEqualTo((byte) 1);
  }

  @Test
  void svgHasTheExactSizeInMillimetresAndItsTextsAsText(@TempDir Path folder)
      throws IOException, ParserConfigurationException, SAXException {
    Path file = folder.resolve("chart.SVG");
    chart.save(file, Page.of(88.9, 60.25));
    Element root = parse(Files.readAllBytes(file)).getDocumentElement();
    assertThat(root.getAttribute("width")).isEqualTo("88.9mm");
    assertThat(root.getAttribute("height")).isEqualTo("60.25mm");
    assertThat(root.getAttribute("font-family"))
        .isEqualTo("Liberation Sans, Arial, Helvetica, sans-serif");
    assertThat(texts(root, "title")).containsExactly("Arrivals");
    assertThat(texts(root, "desc"))
        .containsExactly(chart.alternativeText() + " " + chart.description(Page.of(88.9, 60.25)));
    assertThat(texts(root, "text"))
        .contains("Arrivals (persons)", "Year", "2,000", "Ministry A", "News B", "Reconciled");
  }

  @ParameterizedTest
  @MethodSource("charts")
  void svgIsWellFormedAndHoldsEveryLabel(Charts.Case any)
      throws IOException, ParserConfigurationException, SAXException {
    for (Page page : List.of(Page.NATURE_SINGLE, Page.NATURE_DOUBLE)) {
      Element root = parse(any.chart().encode(ImageFormat.SVG, page)).getDocumentElement();
      assertThat(texts(root, "text"))
          .containsExactlyElementsOf(
              any.chart().scene(page).labels().stream().map(Label::text).toList());
    }
  }

  @Test
  void namesFromFilesCannotBreakOutOfTheirText()
      throws IOException, ParserConfigurationException, SAXException {
    byte[] bytes =
        ComparisonChart.linesBySource(Charts.hostile())
            .titled(Charts.HOSTILE)
            .encode(ImageFormat.SVG, Page.NATURE_DOUBLE);
    Element root = parse(bytes).getDocumentElement();
    assertThat(root.getElementsByTagName("script").getLength()).isZero();
    assertThat(root.getElementsByTagName("b").getLength()).isZero();
    assertThat(texts(root, "text")).contains("<b>\"A\" & 'B'</b> ]]> <script>", "blank");
    assertThat(texts(root, "title")).containsExactly("<b>\"A\" & 'B'</b> ]]> <script>");
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyChartCanBePaintedIntoAPng(Charts.Case any) throws IOException {
    Page small = Page.of(60, 50).withDpi(72);
    byte[] bytes = any.chart().encode(ImageFormat.PNG, small);
    assertThat(ByteBuffer.wrap(bytes, 16, 4).getInt()).isEqualTo(small.widthPx());
  }

  @Test
  void theSameChartGivesTheSameBytesInEveryLocaleAndThread()
      throws IOException, InterruptedException, ExecutionException {
    ComparisonChart rows = ComparisonChart.sourceBySource(Made.usual());
    ComparisonChart bars = ComparisonChart.yearOverYear(Made.changesWithin(0.1, 2001, 5, 7, 6));
    List<ComparisonChart> all = List.of(chart, rows, bars);
    List<byte[]> once = encoded(all);
    Locale before = Locale.getDefault();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      List<Future<List<byte[]>>> runs = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        runs.add(threads.submit(() -> encoded(all)));
      }
      for (Future<List<byte[]>> run : runs) {
        for (int i = 0; i < once.size(); i++) {
          assertThat(run.get().get(i)).isEqualTo(once.get(i));
        }
      }
    } finally {
      Locale.setDefault(before);
      threads.shutdownNow();
    }
  }

  private static List<byte[]> encoded(List<ComparisonChart> charts) throws IOException {
    List<byte[]> out = new ArrayList<>();
    for (ComparisonChart each : charts) {
      for (ImageFormat format : ImageFormat.values()) {
        out.add(each.encode(format, Page.NATURE_SINGLE));
      }
    }
    return out;
  }

  @Test
  void anEarlierFileIsReplacedAndNothingElseIsLeft(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("chart.svg");
    Files.writeString(file, "old");
    chart.save(file, Page.NATURE_SINGLE);
    assertThat(Files.readString(file)).startsWith("<?xml");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void anotherEndingIsRefusedWithTheOnesThatAreAccepted(@TempDir Path folder) {
    for (String name : List.of("chart.jpg", "chart", "png", "chart.svg.txt")) {
      assertThatThrownBy(() -> chart.save(folder.resolve(name), Page.NATURE_SINGLE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(name)
          .hasMessageContaining(".pdf, .eps, .svg, .png, .tif, .tiff");
    }
  }

  private static Document parse(byte[] bytes)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  private static List<String> texts(Element root, String tag) {
    NodeList found = root.getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }
}

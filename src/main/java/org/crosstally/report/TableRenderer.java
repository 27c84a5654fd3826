package org.crosstally.report;

import java.nio.file.Path;
import java.util.Locale;
import org.crosstally.io.WholeFile;

/**
 * Writes {@link ReportTable}s for one target. Every verb returns a new renderer; the same table
 * gives the same text each time.
 *
 * <ul>
 *   <li><b>LaTeX</b>: rules of booktabs; numbers in {@code S} columns of siunitx, whose {@code
 *       table-format} is made from the numbers. The preamble needs {@code
 *       \\usepackage{booktabs,siunitx}}, for {@link LatexPlacement#LONG} also {@code longtable}.
 *   <li><b>Markdown</b>: a pipe table of GitHub's dialect, which Pandoc reads, too.
 *   <li><b>HTML</b>: a {@code table} with caption, headings of columns and rows with their scope,
 *       and the notes in its foot; well-formed as XML.
 *   <li><b>CSV</b>: as RFC 4180 says but with line feeds; numbers as programs read them, notes in a
 *       column of their own, no caption. A text that a spreadsheet would run as a formula gets an
 *       apostrophe before it.
 * </ul>
 */
public final class TableRenderer {
  private enum Target {
    LATEX,
    MARKDOWN,
    HTML,
    CSV
  }

  private final Target target;
  private final Rounding rounding;
  private final IntervalLayout layout;
  private final LatexPlacement placement;
  private final LatexText latexText;

  private TableRenderer(
      Target target,
      Rounding rounding,
      IntervalLayout layout,
      LatexPlacement placement,
      LatexText latexText) {
    this.target = target;
    this.rounding = rounding;
    this.layout = layout;
    this.placement = placement;
    this.latexText = latexText;
  }

  private static TableRenderer of(Target target) {
    return new TableRenderer(
        target,
        Rounding.WHOLE_COUNTS,
        IntervalLayout.COLUMNS,
        LatexPlacement.FLOAT,
        LatexText.ASCII);
  }

  /**
   * LaTeX.
   *
   * @return a renderer with whole counts, intervals in columns, as a float, in ASCII
   */
  public static TableRenderer latex() {
    return of(Target.LATEX);
  }

  /**
   * Markdown.
   *
   * @return a renderer with whole counts and intervals in columns
   */
  public static TableRenderer markdown() {
    return of(Target.MARKDOWN);
  }

  /**
   * HTML.
   *
   * @return a renderer with whole counts and intervals in columns
   */
  public static TableRenderer html() {
    return of(Target.HTML);
  }

  /**
   * CSV.
   *
   * @return a renderer with whole counts and intervals in columns
   */
  public static TableRenderer csv() {
    return of(Target.CSV);
  }

  /**
   * The renderer of a file by its ending.
   *
   * @param file a file whose name ends in {@code .tex}, {@code .md}, {@code .html} or {@code .csv}
   * @return the renderer with its defaults
   * @throws IllegalArgumentException if the name has another ending
   */
  public static TableRenderer of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "tex" -> latex();
      case "md" -> markdown();
      case "html" -> html();
      case "csv" -> csv();
      default ->
          throw new IllegalArgumentException(
              file + " has no ending of a table; accepted are .tex, .md, .html, .csv");
    };
  }

  /**
   * Chooses the digits.
   *
   * @param choice the choice; {@link Rounding#WHOLE_COUNTS} unless this is called
   * @return a renderer with that option
   */
  public TableRenderer with(Rounding choice) {
    return new TableRenderer(target, choice, layout, placement, latexText);
  }

  /**
   * Chooses where the uncertainty stands.
   *
   * @param choice the choice; {@link IntervalLayout#COLUMNS} unless this is called, and always for
   *     CSV
   * @return a renderer with that option
   */
  public TableRenderer with(IntervalLayout choice) {
    return new TableRenderer(target, rounding, choice, placement, latexText);
  }

  /**
   * Chooses what a table in LaTeX stands in; the other targets do not ask.
   *
   * @param choice the choice; {@link LatexPlacement#FLOAT} unless this is called
   * @return a renderer with that option
   */
  public TableRenderer with(LatexPlacement choice) {
    return new TableRenderer(target, rounding, layout, choice, latexText);
  }

  /**
   * Chooses how text beyond ASCII is written in LaTeX; the other targets do not ask.
   *
   * @param choice the choice; {@link LatexText#ASCII} unless this is called
   * @return a renderer with that option
   */
  public TableRenderer with(LatexText choice) {
    return new TableRenderer(target, rounding, layout, placement, choice);
  }

  /**
   * Writes a table as text.
   *
   * @param table the table
   * @return the text, which ends in a line feed
   */
  public String render(ReportTable table) {
    IntervalLayout chosen = target == Target.CSV ? IntervalLayout.COLUMNS : layout;
    Grid grid = Grid.of(table, rounding, chosen);
    return switch (target) {
      case LATEX -> new LatexTable(table, grid, placement, latexText).render();
      case MARKDOWN -> new MarkdownTable(table, grid).render();
      case HTML -> new HtmlTable(table, grid).render();
      case CSV -> new CsvTable(grid).render();
    };
  }

  /**
   * Writes a table into a file, in UTF-8. The file is written beside its place and then moved
   * there.
   *
   * @param table the table
   * @param file the file, whatever its ending; missing folders are made
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public void save(ReportTable table, Path file) {
    WholeFile.write(file, render(table));
  }
}

package org.crosstally.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crosstally.agreement.Revisions;
import org.crosstally.balance.Balance;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.series.YearOverYear;
import org.crosstally.trend.TrendReport;

/**
 * What was done to get a result, in sentences with the papers of the methods: made from what the
 * results say that they did, and not from what they could have done.
 *
 * <p>Immutable; every verb returns new methods.
 *
 * <pre>{@code
 * FigureTable figures = FigureReader.strict().read(Path.of("data/mine"));
 * Reconciliation yearly = Reconciler.byLineage().reconcile(figures.yearly());
 * System.out.println(Methods.of(yearly).and(yearly.series().yearOverYear()).toText());
 * }</pre>
 */
public final class Methods {

  /** A sentence and the papers that it cites. */
  record Sentence(String text, Set<MethodPaper> papers) {
    static Sentence of(String text, MethodPaper... papers) {
      Set<MethodPaper> cited = EnumSet.noneOf(MethodPaper.class);
      cited.addAll(List.of(papers));
      return new Sentence(text, cited);
    }
  }

  private final List<Sentence> sentences;

  private Methods(List<Sentence> sentences) {
    this.sentences = List.copyOf(sentences);
  }

  /**
   * How a reconciliation came to its numbers: how many figures there were, by which rules the
   * numbers stand, how origins were combined, what was set aside, and what the intervals cover.
   *
   * @param reconciliation a reconciliation
   * @return the methods
   */
  public static Methods of(Reconciliation reconciliation) {
    return new Methods(ReconcilingWords.of(reconciliation));
  }

  /**
   * Adds how changes on the year before were made.
   *
   * @param changes the changes
   * @return methods with these sentences at the end
   */
  public Methods and(YearOverYear changes) {
    return and(AnalysisWords.of(changes));
  }

  /**
   * Adds which procedures for trends found something.
   *
   * @param report a report on a trend
   * @return methods with these sentences at the end
   */
  public Methods and(TrendReport report) {
    return and(AnalysisWords.of(report));
  }

  /**
   * Adds how revisions were analysed.
   *
   * @param revisions the revisions
   * @return methods with these sentences at the end
   */
  public Methods and(Revisions revisions) {
    return and(AnalysisWords.of(revisions));
  }

  /**
   * Adds how reports were balanced.
   *
   * @param balance a balance
   * @return methods with these sentences at the end
   */
  public Methods and(Balance balance) {
    return and(AnalysisWords.of(balance));
  }

  private Methods and(List<Sentence> more) {
    List<Sentence> all = new ArrayList<>(sentences);
    all.addAll(more);
    return new Methods(all);
  }

  private String paragraph(
      Function<String, String> escape, Function<Set<MethodPaper>, String> citation) {
    return sentences.stream()
        .map(
            sentence -> {
              String cited =
                  sentence.papers().isEmpty() ? "" : " " + citation.apply(sentence.papers());
              return escape.apply(sentence.text()) + cited + ".";
            })
        .collect(Collectors.joining(" "));
  }

  private static String named(Set<MethodPaper> papers) {
    return papers.stream().map(MethodPaper::cited).collect(Collectors.joining("; ", "(", ")"));
  }

  /**
   * The paragraph as text, with papers as {@code (Mann 1945)}.
   *
   * @return the sentences, with blanks between them
   */
  public String toText() {
    return paragraph(PlainText::line, Methods::named);
  }

  /**
   * The paragraph for LaTeX, with {@code \cite} and the keys of {@link #toBibTeX()}.
   *
   * @param text how text beyond ASCII is written
   * @return the sentences, with blanks between them
   */
  public String toLatex(LatexText text) {
    return paragraph(
        words -> LatexEscape.text(words, text),
        papers ->
            "\\cite{"
                + papers.stream().map(MethodPaper::key).collect(Collectors.joining(","))
                + "}");
  }

  /**
   * The paragraph for Markdown, with {@code [@key]} as Pandoc reads it.
   *
   * @return the sentences, with blanks between them
   */
  public String toMarkdown() {
    return paragraph(
        MarkdownEscape::text,
        papers ->
            papers.stream()
                .map(paper -> "@" + paper.key())
                .collect(Collectors.joining("; ", "[", "]")));
  }

  /**
   * The papers that the paragraph cites.
   *
   * @return the text of a {@code .bib} file, in the order of the keys
   */
  public String toBibTeX() {
    return papers().stream().map(MethodPaper::bibTeX).collect(Collectors.joining("\n"));
  }

  Set<MethodPaper> papers() {
    Set<MethodPaper> papers = EnumSet.noneOf(MethodPaper.class);
    sentences.forEach(sentence -> papers.addAll(sentence.papers()));
    return papers;
  }

  /**
   * The paragraph as text.
   *
   * @return {@link #toText()}
   */
  @Override
  public String toString() {
    return toText();
  }
}

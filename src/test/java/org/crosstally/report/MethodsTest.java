package org.crosstally.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.crosstally.Figures;
import org.crosstally.balance.AccountingRules;
import org.crosstally.balance.Balancer;
import org.crosstally.consensus.HeterogeneityEstimator;
import org.crosstally.consensus.PanelMethod;
import org.crosstally.consensus.RandomEffects;
import org.crosstally.figure.FigureTable;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.trend.TrendReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The paragraph on methods says what was done to this result, and nothing else. */
class MethodsTest {
  private static final Reconciliation YEARLY = Comparisons.reconciled();

  private static FigureTable twoOffices() {
    return FigureTable.of(
        List.of(
            Figures.own("a", "one", "2010-02-01", "2009", "1000±20"),
            Figures.own("b", "two", "2010-02-01", "2009", "1100±30")),
        Comparisons.catalogue());
  }

  @Test
  void it_counts_figures_rules_and_what_the_intervals_cover() {
    String text = Methods.of(YEARLY).toText();

    assertThat(text)
        .startsWith(
            "26 figures from 3 sources and 14 documents were reconciled to 12 numbers for 13 cells")
        .contains("latest attested: its own document (12)")
        .contains("taken as one witness")
        .doesNotContain("combined by", "(Mann 1945");
  }

  @Test
  void a_rule_without_lineage_says_nothing_of_lineage() {
    String text = Methods.of(Reconciler.median().reconcile(twoOffices())).toText();

    assertThat(text).contains("median of the sources (1)").doesNotContain("witness");
  }

  @Test
  void an_estimator_is_named_with_its_papers() {
    Reconciliation combined =
        Reconciler.byLineage()
            .combining(PanelMethod.PAULE_MANDEL_KNAPP_HARTUNG)
            .reconcile(twoOffices());

    Methods methods = Methods.of(combined);

    assertThat(methods.toText())
        .contains(
            "In 1 cell the independent origins were combined by Paule-Mandel, Knapp-Hartung truncated"
                + " (Hartung and Knapp 2001; Knapp and Hartung 2003; Paule and Mandel 1982).");
    assertThat(methods.toBibTeX())
        .contains("@article{paule-mandel-1982,")
        .doesNotContain("mann-1945");
  }

  @Test
  void an_estimator_with_options_is_named_in_words() {
    Reconciliation combined =
        Reconciler.byLineage()
            .combining(RandomEffects.withDefaults().with(HeterogeneityEstimator.DERSIMONIAN_LAIRD))
            .reconcile(twoOffices());

    assertThat(Methods.of(combined).toText())
        .contains(
            "combined by dersimonian laird, knha test",
            "DerSimonian and Laird 1986",
            "Hartung and Knapp 2001");
  }

  @ParameterizedTest
  @EnumSource(
      value = PanelMethod.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "MEAN",
        "EQUAL_EFFECTS",
        "HUNTER_SCHMIDT",
        "WEIGHTED_MEDIAN",
        "MEDIAN",
        "TRIMMED",
        "WINSORISED"
      })
  void every_estimator_that_has_a_paper_cites_it(PanelMethod method) {
    assertThat(EstimatorPapers.of(method.label())).isNotEmpty();
  }

  @Test
  void trends_changes_and_balances_add_what_found_something() {
    String trend = Methods.of(YEARLY).and(TrendReport.of(YEARLY.series())).toText();
    assertThat(trend).contains("Kendall 1975; Mann 1945", "Sen 1968; Theil 1950", "on 12 values");

    FigureTable one =
        FigureTable.of(
            List.of(Figures.own("a", "one", "2010-02-01", "2009", "1000")),
            Comparisons.catalogue());
    Reconciliation single = Reconciler.byLineage().reconcile(one);
    String nothing = Methods.of(single).and(TrendReport.of(single.series())).toText();
    assertThat(nothing).doesNotContain("Mann 1945", "Sen 1968");

    String balance =
        Methods.of(single)
            .and(Balancer.under(AccountingRules.none()).balance(one).orElseThrow())
            .toText();
    assertThat(balance)
        .contains("Stone et al. 1942", "No figures were found that cannot all be true");
    assertThat(Methods.of(YEARLY).and(YEARLY.series().yearOverYear()).toText())
        .contains("for 11 of 13 periods");
  }

  @Test
  void each_target_cites_in_its_own_way_and_every_key_is_in_the_bibliography() {
    Methods methods = Methods.of(YEARLY).and(TrendReport.of(YEARLY.series()));

    assertThat(methods.toMarkdown()).contains("[@kendall-1975; @mann-1945]");
    String latex = methods.toLatex(LatexText.ASCII);
    assertThat(latex).contains("\\cite{kendall-1975,mann-1945}");
    List<String> cited =
        Pattern.compile("\\\\cite\\{([^}]*)\\}")
            .matcher(latex)
            .results()
            .flatMap(m -> Arrays.stream(m.group(1).split(",")))
            .toList();
    String bib = methods.toBibTeX();
    assertThat(cited).isNotEmpty().allMatch(key -> bib.contains("{" + key + ","));
  }
}

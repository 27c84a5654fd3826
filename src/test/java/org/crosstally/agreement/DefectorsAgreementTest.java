package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.crosstally.agreement.DegreesOfEquivalence.Reference;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.io.FigureReader;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sources against each other on the real figures. */
class DefectorsAgreementTest {
  private static final FigureTable ALL = FigureReader.strict().read(Path.of("data/defectors"));
  private static final FigureTable ARRIVALS =
      ALL.measure("arrivals").where("place", "KOR").totalOver("sex").yearly();
  private static final Reconciliation YEARLY = Reconciler.byLineage().reconcile(ARRIVALS);
  private static final SourceAgreement AGREEMENT = SourceAgreement.of(YEARLY);

  private static Comparison against(String source) {
    return AGREEMENT.againstReconciled().of(source).list().get(0);
  }

  @Test
  void the_ministry_agrees_with_the_values_that_rest_on_it_and_that_confirms_nothing() {
    Comparison ministry = against("mou");

    assertThat(ministry.equal()).isEqualTo(ministry.cells());
    assertThat(ministry.sameOrigin()).isEqualTo(ministry.cells());
    assertThat(ministry.differences().orElseThrow().limits().whyNot())
        .contains(AgreementReason.NO_VARIATION);
    assertThat(
            AGREEMENT
                .with(Reference.LEAVE_ONE_OUT)
                .againstReconciled()
                .of("mou")
                .list()
                .get(0)
                .equivalence()
                .averagePercent()
                .whyNot())
        .contains(AgreementReason.NO_REFERENCE);
  }

  @Test
  void a_source_that_copied_the_latest_table_equals_the_ministry_where_both_name_a_year() {
    Comparison found = AGREEMENT.pairs().between("mou", "visual-capitalist").orElseThrow();

    assertThat(found.equal()).isEqualTo(found.cells()).isGreaterThanOrEqualTo(20);
  }

  @Test
  void the_two_totals_over_several_years_make_the_limits_of_an_otherwise_exact_copy_wide() {
    // 947 stands for 71, and 1,043 for 583; all other years are exact.
    Comparison found = against("visual-capitalist");
    PairedDifferences differences = found.differences().orElseThrow();
    double expected = 100 * ((947 - 71) / 509.0 + (1043 - 583) / 813.0) / differences.pairs();

    assertThat(found.equal()).isEqualTo(found.cells() - 2);
    assertThat(differences.bias()).isCloseTo(expected, within(1e-12));
    assertThat(differences.limits().orElseThrow().upper().value()).isGreaterThan(50);
  }

  @Test
  void every_comparison_is_finite_and_counts_add_up() {
    SourceAgreement all = SourceAgreement.of(Reconciler.byLineage().reconcile(ALL));
    List<Comparison> comparisons = new ArrayList<>(all.pairs().list());
    comparisons.addAll(all.againstReconciled().list());

    assertThat(comparisons).hasSizeGreaterThan(500);
    assertThat(comparisons)
        .allSatisfy(
            c -> {
              assertThat(c.equal()).isLessThanOrEqualTo(c.withinRounding());
              assertThat(c.withinRounding()).isLessThanOrEqualTo(c.cells());
              assertThat(c.sameOrigin()).isLessThanOrEqualTo(c.cells());
              assertThat(c.toString()).doesNotContain("NaN").doesNotContain("Infinity");
            });
  }

  @ParameterizedTest
  @EnumSource(DifferenceScale.class)
  void the_order_of_the_figures_changes_no_table(DifferenceScale scale) {
    List<Figure> shuffled = new ArrayList<>(ARRIVALS.figures());
    Collections.shuffle(shuffled, new Random(23));
    FigureTable other = FigureTable.of(shuffled, ARRIVALS.catalogue());

    assertThat(SourceAgreement.of(other).with(scale).pairs().toTable().printAll())
        .isEqualTo(AGREEMENT.with(scale).pairs().toTable().printAll());
  }

  @Test
  void the_coverage_accounts_for_every_figure_with_a_number() {
    long stated =
        ARRIVALS.figures().stream().filter(f -> !(f.amount() instanceof Amount.Missing)).count();

    assertThat(Coverage.of(ARRIVALS).total()).isEqualTo((int) stated);
    assertThat(Coverage.of(ARRIVALS).toTable().rowCount())
        .isEqualTo(Coverage.of(ARRIVALS).sources().size() + 1);
  }
}

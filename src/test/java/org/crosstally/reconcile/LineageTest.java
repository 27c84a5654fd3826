package org.crosstally.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crosstally.Figures;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Source;
import org.crosstally.reconcile.Lineage.Directness;
import org.junit.jupiter.api.Test;

/** Who counted, and who handed the figure on. */
class LineageTest {
  private final Lineages lineages =
      new Lineages(
          Catalogue.of(
              List.of(
                  new Source("office", "Statistics Office", Source.Kind.OFFICIAL),
                  new Source("agency", "The Agency", Source.Kind.PRESS),
                  new Source("paper", "Daily Paper", Source.Kind.PRESS)),
              List.of(),
              List.of()));

  @Test
  void an_office_that_names_nobody_counted_itself() {
    Lineage lineage = lineages.of(Figures.own("f", "office", "2012", "2009", "100"));

    assertThat(lineage.directness()).isEqualTo(Directness.OWN);
    assertThat(lineage.origin()).isEqualTo("office");
    assertThat(lineage.chain()).containsExactly("office");
  }

  @Test
  void a_source_of_which_nothing_is_known_counted_itself() {
    Lineage lineage = lineages.of(Figures.own("f", "somebody", "2012", "2009", "100"));

    assertThat(lineage.directness()).isEqualTo(Directness.OWN);
  }

  @Test
  void a_paper_that_names_nobody_is_unattributed() {
    Lineage lineage = lineages.of(Figures.own("f", "paper", "2012", "2009", "100"));

    assertThat(lineage.directness()).isEqualTo(Directness.UNATTRIBUTED);
  }

  @Test
  void a_paper_that_names_the_office_relays_it() {
    Lineage lineage = lineages.of(Figures.relay("f", "paper", "office", "2012", "2009", "100"));

    assertThat(lineage.directness()).isEqualTo(Directness.RELAYED);
    assertThat(lineage.origin()).isEqualTo("office");
    assertThat(lineage.chain()).containsExactly("paper");
  }

  @Test
  void relays_in_free_text_are_recognised_by_id_or_name_in_any_case() {
    Lineage byName =
        lineages.of(Figures.relayVia("f", "paper", "the agency", "office", "2012", "2009", "100"));
    Lineage byId =
        lineages.of(Figures.relayVia("g", "blog", "AGENCY", "office", "2012", "2009", "100"));

    assertThat(byName.chain()).containsExactly("agency", "paper");
    assertThat(byName.isDisjointFrom(byId)).isFalse();
  }

  @Test
  void the_origin_itself_is_no_relay() {
    Lineage lineage =
        lineages.of(
            Figures.relayVia(
                "f", "paper", "Statistics Office, The Agency", "office", "2012", "2009", "100"));

    assertThat(lineage.chain()).containsExactly("agency", "paper");
  }

  @Test
  void an_office_quoted_through_a_relay_is_not_its_own_document() {
    Lineage lineage =
        lineages.of(Figures.start("f", "office", "2012", "2009", "100").via("The Agency").build());

    assertThat(lineage.directness()).isEqualTo(Directness.RELAYED);
    assertThat(lineage.origin()).isEqualTo("office");
  }

  @Test
  void two_sources_in_one_document_are_one_chain() {
    Lineage one =
        lineages.of(
            Figures.start("f", "paper", "2012", "2009", "100")
                .origin("office")
                .document("d")
                .build());
    Lineage other =
        lineages.of(
            Figures.start("g", "agency", "2012", "2009", "100")
                .origin("office")
                .document("d")
                .build());

    assertThat(one.isDisjointFrom(other)).isFalse();
  }
}

package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contrast by WCAG 2.1, and what is left of the colours in print without colour. */
class LookTest {
  /** CIE lightness (CIE 15:2004) of a colour printed in grey, from 0 to 100. */
  private static double lightness(Color color) {
    double y = Look.luminance(color);
    return y > 216.0 / 24389 ? 116 * Math.cbrt(y) - 16 : 24389.0 / 27 * y;
  }

  @Test
  void contrastIsThatOfTheStandard() {
    assertThat(Look.contrast(Color.BLACK, Color.WHITE)).isCloseTo(21, within(1e-12));
    assertThat(Look.contrast(Color.WHITE, Color.WHITE)).isEqualTo(1);
    // #767676 is the lightest grey with 4.5 to 1 on white.
    assertThat(Look.contrast(new Color(0x767676), Color.WHITE)).isGreaterThanOrEqualTo(4.5);
    assertThat(Look.contrast(new Color(0x777777), Color.WHITE)).isLessThan(4.5);
  }

  @Test
  void textsHaveTheContrastOfTextAndMarksThatOfGraphics() {
    assertThat(Look.contrast(Look.INK, Look.PAPER)).isGreaterThanOrEqualTo(4.5);
    for (Color color : List.of(Look.OTHERS, Look.ASIDE, Look.UP, Look.DOWN)) {
      assertThat(Look.contrast(color, Look.PAPER)).isGreaterThanOrEqualTo(3);
    }
    for (Color color : Look.SOURCES) {
      assertThat(Look.contrast(Look.edge(color), Look.PAPER)).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void onlyTheTwoLightColoursNeedADarkerEdge() {
    assertThat(Look.SOURCES.stream().filter(color -> !Look.edge(color).equals(color)))
        .containsExactly(new Color(0xE69F00), new Color(0x56B4E9));
  }

  @Test
  void theBandIsSeenOnPaperAndTheLineOnTheBand() {
    assertThat(lightness(Look.PAPER) - lightness(Look.BAND)).isGreaterThan(10);
    assertThat(Look.contrast(Look.INK, Look.BAND)).isGreaterThanOrEqualTo(4.5);
  }

  /** Six colours do not differ enough in grey; there the form alone tells the sources apart. */
  @Test
  void inGreyASourceIsKnownByItsMark() {
    Made made = new Made();
    for (int i = 0; i < Sources.MOST; i++) {
      made.says("s" + i, "2009", Integer.toString(2914 + i), org.crosstally.reconcile.Role.COUNTED);
    }
    Sources sources = Sources.of(OneSeries.of(made.reconciliation()));
    Set<Mark.Form> forms = new HashSet<>();
    sources.ranked().forEach(id -> forms.add(sources.mark(id, Look.MARK).form()));
    assertThat(forms).hasSize(Look.SOURCES.size());
    double closest = 100;
    for (Color a : Look.SOURCES) {
      for (Color b : Look.SOURCES) {
        if (!a.equals(b)) {
          closest = Math.min(closest, Math.abs(lightness(a) - lightness(b)));
        }
      }
    }
    assertThat(closest).as("the reason for marks").isLessThan(5);
  }

  @Test
  void risesAndFallsDifferInGreyAndInDirection() {
    assertThat(Math.abs(lightness(Look.UP) - lightness(Look.DOWN))).isGreaterThan(5);
  }
}

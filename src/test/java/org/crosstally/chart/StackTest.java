package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Labels that would overlap are moved apart by as little as possible. */
class StackTest {

  @Test
  void labelsThatHaveRoomStayWhereTheyAre() {
    assertThat(Stack.spread(List.of(10.0, 20.0, 40.0), 8, 0, 100))
        .containsExactly(10.0, 20.0, 40.0);
  }

  @Test
  void labelsOfOnePlaceSpreadEvenlyAroundIt() {
    assertThat(Stack.spread(List.of(50.0, 50.0, 50.0), 8, 0, 100))
        .containsExactly(42.0, 50.0, 58.0);
  }

  @Test
  void theEndsHoldThem() {
    assertThat(Stack.spread(List.of(0.0, 0.0), 8, 4, 100)).containsExactly(4.0, 12.0);
    assertThat(Stack.spread(List.of(100.0, 100.0), 8, 4, 96)).containsExactly(88.0, 96.0);
  }

  @Test
  void asManyHaveRoomAsArePlaced() {
    int room = Stack.room(8, 4, 96);
    assertThat(room).isEqualTo(12);
    List<Double> places =
        Stack.spread(List.copyOf(java.util.Collections.nCopies(12, 7.0)), 8, 4, 96);
    assertThat(places.get(0)).isGreaterThanOrEqualTo(4);
    assertThat(places.get(11)).isLessThanOrEqualTo(96 + 1e-9);
  }

  /** No other places that keep the distance are nearer, by the sum of squares. */
  @Test
  void noFeasibleStepImprovesTheShifts() {
    Random random = new Random(5);
    for (int run = 0; run < 200; run++) {
      List<Double> wanted = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        wanted.add(100 * random.nextDouble());
      }
      wanted.sort(null);
      List<Double> places = Stack.spread(wanted, 9, 0, 100);
      double best = cost(wanted, places);
      for (int i = 1; i < places.size(); i++) {
        assertThat(places.get(i) - places.get(i - 1)).isGreaterThanOrEqualTo(9 - 1e-9);
      }
      for (int trial = 0; trial < 200; trial++) {
        List<Double> other = new ArrayList<>();
        double least = 0;
        for (int i = 0; i < places.size(); i++) {
          double most = 100 - 9.0 * (places.size() - 1 - i);
          double moved = places.get(i) + random.nextGaussian();
          other.add(Math.max(least, Math.min(most, moved)));
          least = other.get(i) + 9;
        }
        assertThat(cost(wanted, other)).isGreaterThanOrEqualTo(best - 1e-9);
      }
    }
    assertThat(cost(List.of(1.0), List.of(3.0))).isCloseTo(4, within(1e-12));
  }

  private static double cost(List<Double> wanted, List<Double> places) {
    double sum = 0;
    for (int i = 0; i < wanted.size(); i++) {
      sum += Math.pow(places.get(i) - wanted.get(i), 2);
    }
    return sum;
  }
}

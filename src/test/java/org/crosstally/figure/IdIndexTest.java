package org.crosstally.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Lines of ids are found again, whatever the ids are. */
class IdIndexTest {

  @Test
  void answersAsAMapWould() {
    IdIndex index = new IdIndex();
    Map<String, Integer> map = new HashMap<>();
    Random random = new Random(1);
    for (int line = 1; line <= 50_000; line++) {
      String id = "f" + random.nextInt(40_000);
      Integer earlier = map.putIfAbsent(id, line);

      assertThat(index.put(id, line)).isEqualTo(earlier == null ? 0 : earlier);
    }
  }

  @Test
  void isNotSlowedDownByIdsMadeToHaveTheSameHash() {
    IdIndex index = new IdIndex();
    Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          for (int i = 0; i < 1 << 16; i++) {
            assertThat(index.put(colliding(i), i + 1)).isZero();
          }
          assertThat(index.put(colliding(7), 1)).isEqualTo(8);
        });
  }

  /** "Aa" and "BB" have the same hash, and so have all texts made of as many of them. */
  private static String colliding(int bits) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      out.append((bits >>> i & 1) == 0 ? "Aa" : "BB");
    }
    return out.toString();
  }
}

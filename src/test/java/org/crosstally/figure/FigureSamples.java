package org.crosstally.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Figures of every kind, from a seed. */
public final class FigureSamples {
  private static final List<String> TEXTS =
      List.of(
          "",
          "plain",
          "with, comma",
          "with \"quotes\"",
          "two\nlines",
          "# not a comment",
          "통일부",
          "=1+1",
          "\ud83d\ude00");
  private static final List<String> VALUES =
      List.of(
          "978",
          "007",
          "1,277",
          "1 277",
          "~1400",
          "about 1,400",
          "nearly 3000",
          "just over 3000",
          "<1200",
          "at least 10",
          "4-5 million",
          "1400±50",
          "+15.6",
          "-3",
          "1.5 million",
          "2만",
          "",
          "-",
          "..",
          "…",
          "n/a",
          "2516000000.0");
  private static final List<String> PERIODS =
      List.of("2015", "2015-10", "2015-10-31", "2015-Q3", "2016-H1", "2015-01/2015-10", "../1998");
  private static final List<String> UNITS =
      List.of("", "persons", "persons/month", "% yoy", "% vs 2011", "% of total", "USD");

  private FigureSamples() {}

  /** A figure that uses every column. */
  public static Figure figure(String id, Random random) {
    String printed = pick(random, VALUES);
    Figure.Builder builder =
        Figure.builder(id, "source-" + random.nextInt(3))
            .origin(pick(random, TEXTS))
            .via(pick(random, TEXTS))
            .document(pick(random, TEXTS))
            .measure(pick(random, TEXTS))
            .dimensions(
                Dimensions.of(Map.of("place", pick(random, TEXTS), "sex", pick(random, TEXTS))))
            .period(Period.parse(pick(random, PERIODS)))
            .amount(Amount.parse(printed))
            .printed(printed)
            .unit(Unit.parse(pick(random, UNITS)))
            .status(pick(random, List.of(Status.values())))
            .basis(pick(random, TEXTS))
            .locator(pick(random, TEXTS))
            .note(pick(random, TEXTS));
    if (random.nextInt(4) > 0) {
      builder.published(Period.ofDay(LocalDate.of(2010, 1, 1).plusDays(random.nextInt(3_000))));
    }
    return builder.build();
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}

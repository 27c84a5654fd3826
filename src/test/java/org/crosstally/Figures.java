package org.crosstally;

import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;

/** Short ways to state figures in tests. */
public final class Figures {
  private Figures() {}

  /** What a source states by itself: {@code own("a1", "office", "2012-01-11", "2009", "2927")}. */
  public static Figure own(
      String id, String source, String published, String period, String value) {
    return start(id, source, published, period, value).build();
  }

  /** What a source relays: {@code relay("r1", "paper", "office", "2012-10", "2009", "2914")}. */
  public static Figure relay(
      String id, String source, String origin, String published, String period, String value) {
    return start(id, source, published, period, value).origin(origin).build();
  }

  /**
   * What a source relays through another: {@code relayVia("r1", "paper", "Agency", "office", …)}.
   */
  public static Figure relayVia(
      String id,
      String source,
      String via,
      String origin,
      String published,
      String period,
      String value) {
    return start(id, source, published, period, value).origin(origin).via(via).build();
  }

  /** What a source expects. */
  public static Figure forecast(
      String id, String source, String published, String period, String value) {
    return start(id, source, published, period, value).status(Status.FORECAST).build();
  }

  /** A builder with the attributes that nearly every test needs. */
  public static Figure.Builder start(
      String id, String source, String published, String period, String value) {
    Figure.Builder builder =
        Figure.builder(id, source)
            .measure("visitors")
            .period(Period.parse(period))
            .amount(Amount.parse(value))
            .printed(value)
            .unit(Unit.parse("persons"));
    return published.isEmpty() ? builder : builder.published(Period.parse(published));
  }
}

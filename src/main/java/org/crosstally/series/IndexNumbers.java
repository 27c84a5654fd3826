package org.crosstally.series;

import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;
import org.crosstally.outcome.Outcome;

/** Puts a series on the scale of a base period. */
final class IndexNumbers {
  private IndexNumbers() {}

  static Outcome<TimeSeries> of(TimeSeries series, Period base) {
    Optional<Estimate> found =
        series
            .at(base)
            .filter(Observation.Present.class::isInstance)
            .map(o -> ((Observation.Present) o).estimate());
    if (found.isEmpty()) {
      return Outcome.undetermined(GrowthReason.NO_BASE);
    }
    Estimate b = found.get();
    if (b.value() <= 0) {
      return Outcome.undetermined(
          b.value() == 0 ? GrowthReason.ZERO_BASE : GrowthReason.NEGATIVE_BASE);
    }
    if (b.low() <= 0) {
      return Outcome.undetermined(GrowthReason.BASE_MAY_BE_ZERO);
    }
    List<Observation> observations =
        series.observations().stream().map(o -> scaled(o, base, b)).toList();
    return Outcome.of(
        new TimeSeries(
            series.label() + ", " + base.format() + " = 100",
            Measure.Kind.LEVEL,
            new Unit.Base("index"),
            observations));
  }

  private static Observation scaled(Observation observation, Period base, Estimate b) {
    if (!(observation instanceof Observation.Present present)) {
      return observation;
    }
    Estimate e = present.estimate();
    if (present.period().equals(base)) {
      return new Observation.Present(base, Estimate.exact(100), present.status());
    }
    double low = 100 * e.low() / (e.low() < 0 ? b.low() : b.high());
    double high = 100 * e.high() / (e.high() < 0 ? b.high() : b.low());
    return new Observation.Present(
        present.period(),
        Changes.estimate(100 * e.value() / b.value(), low, high, b, e),
        present.status());
  }
}

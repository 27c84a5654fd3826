package org.crosstally.balance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Period;

/**
 * The unknowns of one flow: for each combination of parts, the running total at each cut of time. A
 * cut is the first day after a stretch in which nothing is told apart; between two cuts lies an
 * atom, in which the daily rate is even or follows an indicator.
 *
 * <p>With an opening, the running total at the first cut is unknown, too: it is all that ever
 * flowed before, the opening stock. Without one it counts as nothing.
 *
 * @param key the flow
 * @param partNames the dimensions whose parts are told apart
 * @param parts the combinations of parts, at least one
 * @param cuts the cuts in time order
 * @param hasOpening whether what flowed before the first cut is an unknown
 * @param offset the index of the first unknown
 * @param shape how an atom is spread over its days
 */
record LatentFlow(
    FlowKey key,
    List<String> partNames,
    List<Dimensions> parts,
    List<LocalDate> cuts,
    boolean hasOpening,
    int offset,
    DailyShape shape) {

  LatentFlow {
    partNames = List.copyOf(partNames);
    parts = List.copyOf(parts);
    cuts = List.copyOf(cuts);
  }

  /** The unknowns of one combination of parts. */
  int unknownsOfPart() {
    return hasOpening ? cuts.size() : cuts.size() - 1;
  }

  int size() {
    return parts.size() * unknownsOfPart();
  }

  /** The running total of a part at a cut. */
  Form total(int part, int cut) {
    if (cut == 0 && !hasOpening) {
      return Form.ZERO;
    }
    int position = hasOpening ? cut : cut - 1;
    return Form.unknown(offset + part * unknownsOfPart() + position);
  }

  /** What flows into a part between two cuts that follow each other. */
  Form atom(int part, int cut) {
    return total(part, cut + 1).plus(-1, total(part, cut));
  }

  long days(int cut) {
    return ChronoUnit.DAYS.between(cuts.get(cut), cuts.get(cut + 1));
  }

  /**
   * What an atom counts where rates are compared: its days, or what the indicator makes of them.
   */
  double shape(int cut) {
    return shape.size(cuts.get(cut), cuts.get(cut + 1));
  }

  Period period(int cut) {
    return new Period(cuts.get(cut), cuts.get(cut + 1).minusDays(1));
  }

  /** What a form needs besides the unknowns. */
  enum Need {
    NOTHING,
    EVEN_RATE,
    INDICATOR;

    Need and(Need other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /** A form, and what it needs of the days within an atom. */
  record Section(Form form, Need need) {}

  /**
   * What flows into the parts that have the given values over a period; an open period is all that
   * ever flowed until its end.
   *
   * @return the form; empty where the period reaches beyond the cuts
   */
  Optional<Section> over(Dimensions chosen, Period period) {
    Form sum = Form.ZERO;
    Need need = Need.NOTHING;
    for (int part : matching(chosen)) {
      Optional<Section> end = totalBefore(part, period.end().plusDays(1));
      Optional<Section> start =
          period.isOpen()
              ? Optional.of(new Section(Form.ZERO, Need.NOTHING))
              : totalBefore(part, period.start());
      if (end.isEmpty() || start.isEmpty() || (period.isOpen() && !hasOpening)) {
        return Optional.empty();
      }
      sum = sum.plus(1, end.get().form()).plus(-1, start.get().form());
      need = need.and(end.get().need()).and(start.get().need());
    }
    return Optional.of(new Section(sum, need));
  }

  List<Integer> matching(Dimensions chosen) {
    List<Integer> found = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      if (parts.get(part).values().entrySet().containsAll(chosen.values().entrySet())) {
        found.add(part);
      }
    }
    return found;
  }

  private Optional<Section> totalBefore(int part, LocalDate day) {
    int cut = java.util.Collections.binarySearch(cuts, day);
    if (cut >= 0) {
      return Optional.of(new Section(total(part, cut), Need.NOTHING));
    }
    int before = -cut - 2;
    if (before < 0 || before + 1 >= cuts.size()) {
      return Optional.empty();
    }
    LocalDate from = cuts.get(before);
    LocalDate to = cuts.get(before + 1);
    Form form = total(part, before).plus(shape.share(from, day, to), atom(part, before));
    Need need = shape.isIndicated(from, to) ? Need.INDICATOR : Need.EVEN_RATE;
    return Optional.of(new Section(form, need));
  }
}

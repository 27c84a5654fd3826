package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.crosstally.figure.Figure;

/**
 * An equation between slots, each of which may hold several figures: {@code stated = factor · (sum
 * of the addends) / divisor + offset}.
 *
 * @param identity the kind of the claim
 * @param stated the slot that states what the others imply; empty for 100 per cent
 * @param addends the slots that are summed, at least one
 * @param divisor the slot that divides the sum; empty for one
 * @param factor a constant factor
 * @param offset a constant that is added
 */
record SlotEquation(
    Identity identity,
    Optional<Slot> stated,
    List<Slot> addends,
    Optional<Slot> divisor,
    double factor,
    double offset) {

  /**
   * The most addends for which every other figure of a slot is tried, too. It bounds the work for a
   * document that prints thousands of parts twice.
   */
  private static final int MOST_VARIED = 366;

  static SlotEquation sum(Identity identity, Slot total, List<Slot> addends) {
    return new SlotEquation(identity, Optional.of(total), addends, Optional.empty(), 1, 0);
  }

  /**
   * The equation between the most precise figures of the slots, and one for each further figure of
   * a slot. Figures that name different origins make no equation: two counters need not agree.
   */
  List<Equation> equations() {
    NavigableSet<String> origins = new TreeSet<>();
    slots().forEach(slot -> slot.figures().forEach(f -> f.origin().ifPresent(origins::add)));
    if (origins.size() <= 1) {
      return varied();
    }
    Set<Equation> equations = new LinkedHashSet<>();
    for (String origin : origins) {
      of(origin).ifPresent(restricted -> equations.addAll(restricted.varied()));
    }
    return List.copyOf(equations);
  }

  private List<Slot> slots() {
    List<Slot> slots = new ArrayList<>(addends);
    stated.ifPresent(slots::add);
    divisor.ifPresent(slots::add);
    return slots;
  }

  /** The same equation without the figures that name another origin. */
  private Optional<SlotEquation> of(String origin) {
    Optional<Slot> ofStated = stated.map(slot -> restrict(slot, origin));
    List<Slot> ofAddends = addends.stream().map(slot -> restrict(slot, origin)).toList();
    Optional<Slot> ofDivisor = divisor.map(slot -> restrict(slot, origin));
    SlotEquation restricted =
        new SlotEquation(identity, ofStated, ofAddends, ofDivisor, factor, offset);
    boolean isComplete = restricted.slots().stream().noneMatch(slot -> slot.figures().isEmpty());
    return isComplete ? Optional.of(restricted) : Optional.empty();
  }

  private static Slot restrict(Slot slot, String origin) {
    return new Slot(
        slot.key(),
        slot.figures().stream().filter(f -> f.origin().orElse(origin).equals(origin)).toList());
  }

  private List<Equation> varied() {
    List<Equation> equations = new ArrayList<>();
    equations.add(
        new Equation(
            identity,
            stated.map(SlotEquation::first),
            addends.stream().map(SlotEquation::first).toList(),
            divisor.map(SlotEquation::first),
            factor,
            offset));
    if (addends.size() > MOST_VARIED) {
      return equations;
    }
    Equation base = equations.get(0);
    for (Slot slot : slots()) {
      for (Figure other : slot.figures().subList(1, slot.figures().size())) {
        equations.add(base.with(first(slot), other));
      }
    }
    return equations;
  }

  private static Figure first(Slot slot) {
    return slot.figures().get(0);
  }
}

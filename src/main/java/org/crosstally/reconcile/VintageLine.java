package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The vintages of one origin for one cell, in the order in which they were printed.
 *
 * <p>Printings are read in the order of their publication. A value that was not there before opens
 * a new vintage. A value that was superseded opens a vintage again only if the origin returned to
 * it: its own document prints it again, or relays with disjoint chains do while the origin's own
 * documents printed no other value since. A relay that repeats a superseded value on its own is a
 * straggler.
 *
 * @param vintages the vintages, first printed first
 * @param stragglers the printings of superseded values after a newer one was out
 */
record VintageLine(List<Vintage> vintages, Set<Printing> stragglers) {

  VintageLine {
    vintages = List.copyOf(vintages);
    stragglers = Set.copyOf(stragglers);
  }

  /** The vintage that stands: the last one that is attested, or the last of all where none is. */
  Vintage accepted() {
    for (int i = vintages.size() - 1; i >= 0; i--) {
      if (vintages.get(i).attestation().attests()) {
        return vintages.get(i);
      }
    }
    return vintages.get(vintages.size() - 1);
  }

  /** The vintage that follows the one at this index; empty for the last. */
  Optional<Vintage> after(int index) {
    return index + 1 < vintages.size() ? Optional.of(vintages.get(index + 1)) : Optional.empty();
  }

  /**
   * Reads a line from printings of one origin.
   *
   * @param origin the id of the origin
   * @param printings its printings with a value, at least one, in {@link Printing#ORDER}
   * @param attestations who stands for each value
   */
  static VintageLine of(
      String origin, List<Printing> printings, Map<BigDecimal, Vintage.Attestation> attestations) {
    return new Reader(printings, attestations).read(origin);
  }

  /** One run of a value. */
  private record Run(BigDecimal value, List<Printing> printings) {}

  /** Reads printings in order. */
  private static final class Reader {
    private final List<Printing> printings;
    private final Map<BigDecimal, Vintage.Attestation> attestations;
    private final List<Run> runs = new ArrayList<>();
    private final Map<BigDecimal, Integer> lastRun = new HashMap<>();
    private final Set<Printing> stragglers = new HashSet<>();

    Reader(List<Printing> printings, Map<BigDecimal, Vintage.Attestation> attestations) {
      this.printings = printings;
      this.attestations = attestations;
    }

    VintageLine read(String origin) {
      for (int i = 0; i < printings.size(); i++) {
        Printing printing = printings.get(i);
        BigDecimal value = printing.value().orElseThrow();
        Integer before = lastRun.get(value);
        if (before != null && before == runs.size() - 1) {
          runs.get(before).printings().add(printing);
        } else if (before == null || returns(value, before, i)) {
          lastRun.put(value, runs.size());
          runs.add(new Run(value, new ArrayList<>(List.of(printing))));
        } else {
          stragglers.add(printing);
        }
      }
      return new VintageLine(runs.stream().map(run -> vintage(origin, run)).toList(), stragglers);
    }

    private boolean returns(BigDecimal value, int before, int index) {
      BigDecimal standing = standing();
      if (standing.compareTo(value) == 0 || !attested(standing)) {
        return true;
      }
      List<Printing> again =
          printings.subList(index, printings.size()).stream()
              .filter(p -> p.value().orElseThrow().compareTo(value) == 0)
              .toList();
      if (again.get(0).isOwn()) {
        return true;
      }
      return Printing.attestation(again).attests() && !originMovedOn(before);
    }

    /** The value of the last attested run; of the last run where none is attested. */
    private BigDecimal standing() {
      for (int i = runs.size() - 1; i >= 0; i--) {
        if (attested(runs.get(i).value())) {
          return runs.get(i).value();
        }
      }
      return runs.get(runs.size() - 1).value();
    }

    private boolean attested(BigDecimal value) {
      return attestations.getOrDefault(value, Vintage.Attestation.ONE_CHAIN).attests();
    }

    /**
     * Whether the origin's own documents printed another value after this run: then only they can
     * return to it.
     */
    private boolean originMovedOn(int before) {
      return runs.subList(before + 1, runs.size()).stream()
          .flatMap(run -> run.printings().stream())
          .anyMatch(Printing::isOwn);
    }

    private Vintage vintage(String origin, Run run) {
      return new Vintage(
          origin,
          run.value().doubleValue(),
          attestations.getOrDefault(run.value(), Vintage.Attestation.ONE_CHAIN),
          run.printings().stream().map(Printing::figure).toList());
    }
  }
}

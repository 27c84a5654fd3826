package org.crosstally.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Period;

/** All latent flows of a system, with their unknowns. */
final class LatentFlows {
  private final AccountingRules rules;
  private final SortedMap<FlowKey, LatentFlow> flows;
  private final int size;

  private LatentFlows(AccountingRules rules, SortedMap<FlowKey, LatentFlow> flows, int size) {
    this.rules = rules;
    this.flows = flows;
    this.size = size;
  }

  /** Collects what cuts the flows. */
  static final class Builder {
    private final AccountingRules rules;
    private final List<Period> resolved;
    private final Map<String, DailyShape> shapes;
    private final TreeMap<FlowKey, TreeSet<LocalDate>> cuts = new TreeMap<>();
    private final TreeMap<FlowKey, TreeSet<String>> partNames = new TreeMap<>();
    private final TreeSet<FlowKey> opened = new TreeSet<>();

    Builder(AccountingRules rules, List<Period> resolved, Map<String, DailyShape> shapes) {
      this.rules = rules;
      this.resolved = resolved;
      this.shapes = shapes;
    }

    void add(ReportReader.Subject subject) {
      add(subject.key(), subject.parts(), subject.period());
      subject
          .basePeriod()
          .ifPresent(
              period ->
                  add(subject.baseKey(), subject.baseParts().orElse(Dimensions.none()), period));
    }

    private void add(FlowKey key, Dimensions parts, Period period) {
      SortedSet<LocalDate> dates = cuts.computeIfAbsent(key, k -> new TreeSet<>());
      dates.add(period.end().plusDays(1));
      if (period.isOpen()) {
        opened.add(key);
      } else {
        dates.add(period.start());
      }
      partNames.computeIfAbsent(key, k -> new TreeSet<>()).addAll(parts.values().keySet());
    }

    LatentFlows build() {
      TreeMap<FlowKey, LatentFlow> flows = new TreeMap<>();
      int offset = 0;
      for (Map.Entry<FlowKey, TreeSet<LocalDate>> entry : cuts.entrySet()) {
        FlowKey key = entry.getKey();
        TreeSet<LocalDate> dates = entry.getValue();
        addResolved(dates);
        List<String> names = List.copyOf(partNames.getOrDefault(key, new TreeSet<>()));
        LatentFlow flow =
            new LatentFlow(
                key,
                names,
                combinations(names),
                List.copyOf(dates),
                opened.contains(key),
                offset,
                shapes.getOrDefault(key.measure(), DailyShape.EVEN));
        flows.put(key, flow);
        offset += flow.size();
      }
      return new LatentFlows(rules, flows, offset);
    }

    /** Nothing is known beyond what the figures are about, so no cut lies there. */
    private void addResolved(SortedSet<LocalDate> dates) {
      LocalDate first = dates.first();
      LocalDate last = dates.last();
      for (Period period : resolved) {
        for (LocalDate day : List.of(period.start(), period.end().plusDays(1))) {
          if (day.isAfter(first) && day.isBefore(last)) {
            dates.add(day);
          }
        }
      }
    }

    private List<Dimensions> combinations(List<String> names) {
      List<Dimensions> all = List.of(Dimensions.none());
      for (String name : names) {
        List<Dimensions> longer = new ArrayList<>();
        for (Dimensions start : all) {
          for (String value : rules.parts().getOrDefault(name, List.of())) {
            longer.add(start.with(name, value));
          }
        }
        all = longer;
      }
      return all;
    }
  }

  int size() {
    return size;
  }

  Iterable<LatentFlow> flows() {
    return flows.values();
  }

  Optional<LatentFlow> flow(FlowKey key) {
    return Optional.ofNullable(flows.get(key));
  }

  Optional<Form> form(FlowKey key, Dimensions parts, Period period) {
    return flow(key).flatMap(flow -> flow.over(parts, period)).map(LatentFlow.Section::form);
  }

  boolean isNonNegative(LatentFlow flow) {
    return rules.isNonNegative(flow.key().measure());
  }

  /** The atoms that are never negative, the opening included. */
  List<Form> nonNegative() {
    List<Form> forms = new ArrayList<>();
    for (LatentFlow flow : flows.values()) {
      if (isNonNegative(flow)) {
        for (int part = 0; part < flow.parts().size(); part++) {
          if (flow.hasOpening()) {
            forms.add(flow.total(part, 0));
          }
          for (int cut = 0; cut + 1 < flow.cuts().size(); cut++) {
            forms.add(flow.atom(part, cut));
          }
        }
      }
    }
    return forms;
  }
}

package org.crosstally.balance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;

/** Reads figures as statements about latent flows, as far as the rules give them a meaning. */
final class ReportReader {
  private static final BigDecimal DAYS_OF_MONTH = new BigDecimal("30.436875");

  private final AccountingRules rules;
  private final Catalogue catalogue;
  private final Standings standings;
  private final Map<String, String> unitOfMeasure = new TreeMap<>();

  ReportReader(FigureTable table, AccountingRules rules, Standings standings) {
    this.rules = rules;
    this.catalogue = table.catalogue();
    this.standings = standings;
    findUnits(table);
  }

  /**
   * What a figure is about, before there are unknowns.
   *
   * @param key the flow
   * @param parts the values of those dimensions whose parts add up
   * @param period the period; open for a stock
   * @param baseParts the parts of the denominator; empty where the figure states an amount
   * @param basePeriod the period of the denominator
   */
  record Subject(
      FlowKey key,
      Dimensions parts,
      Period period,
      Optional<Dimensions> baseParts,
      Optional<Period> basePeriod,
      FlowKey baseKey) {}

  /** A percentage names no unit of its own: it is about the unit that most counts are in. */
  private void findUnits(FigureTable table) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (Figure figure : table.figures()) {
      flowOf(figure.measure())
          .ifPresent(
              flow -> {
                if (figure.unit() instanceof Unit.Base base) {
                  counts
                      .computeIfAbsent(flow, name -> new TreeMap<>())
                      .merge(base.name(), 1, Integer::sum);
                }
              });
    }
    counts.forEach(
        (flow, units) ->
            unitOfMeasure.put(
                flow,
                units.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("")));
  }

  /** The flow that a measure is, or is the stock of. */
  Optional<String> flowOf(String measure) {
    Optional<String> flow = rules.flowOf(measure);
    if (flow.isPresent()) {
      return flow;
    }
    Measure.Kind kind = catalogue.measure(measure).kind();
    boolean isFlow =
        kind == Measure.Kind.FLOW || (kind == Measure.Kind.UNSTATED && rules.namesFlow(measure));
    return isFlow ? Optional.of(measure) : Optional.empty();
  }

  /** What a figure is about; empty where no rule gives it a meaning. */
  Optional<Subject> subject(Figure figure) {
    Optional<String> flow = flowOf(figure.measure());
    if (flow.isEmpty() || figure.amount() instanceof Amount.Missing) {
      return Optional.empty();
    }
    boolean isStock = !flow.get().equals(figure.measure());
    Period period = isStock ? Period.upTo(figure.period().end()) : figure.period();
    FlowKey key = key(flow.get(), unit(figure, flow.get()), figure.dimensions(), figure);
    Dimensions parts = parts(figure.dimensions());
    if (figure.unit() instanceof Unit.Base) {
      return Optional.of(amount(key, parts, period));
    }
    if (figure.unit() instanceof Unit.Rate) {
      return isStock || period.isOpen()
          ? Optional.empty()
          : Optional.of(amount(key, parts, period));
    }
    if (figure.unit() instanceof Unit.ShareOfTotal) {
      return share(key, parts, period, figure);
    }
    Optional<Period> base =
        figure.unit() instanceof Unit.ChangeOn change
            ? Optional.of(change.base())
            : figure.period().yearBefore();
    return base.map(
        b ->
            new Subject(
                key,
                parts,
                period,
                Optional.of(parts),
                Optional.of(isStock ? Period.upTo(b.end()) : b),
                key));
  }

  private static Subject amount(FlowKey key, Dimensions parts, Period period) {
    return new Subject(key, parts, period, Optional.empty(), Optional.empty(), key);
  }

  /** The total of a share has the parts blank; where there are none, all dimensions. */
  private static Optional<Subject> share(
      FlowKey key, Dimensions parts, Period period, Figure figure) {
    if (figure.dimensions().values().isEmpty()) {
      return Optional.empty();
    }
    FlowKey base =
        parts.values().isEmpty()
            ? new FlowKey(key.measure(), key.unit(), Dimensions.none(), key.basis())
            : key;
    return Optional.of(
        new Subject(key, parts, period, Optional.of(Dimensions.none()), Optional.of(period), base));
  }

  /** The flow of a cell in some unit. */
  FlowKey key(String flow, String unit, Dimensions dimensions, Figure figure) {
    return new FlowKey(
        flow, unit, withoutParts(dimensions), rules.basis(figure.basis().orElse("")));
  }

  private String unit(Figure figure, String flow) {
    if (figure.unit() instanceof Unit.Base base) {
      return base.name();
    }
    if (figure.unit() instanceof Unit.Rate rate) {
      return rate.name();
    }
    return usualUnit(flow);
  }

  /** The unit that most counts of a flow are in. */
  String usualUnit(String flow) {
    List<String> declared = catalogue.measure(flow).units();
    String otherwise = declared.isEmpty() ? "" : declared.get(0);
    return unitOfMeasure.getOrDefault(flow, otherwise);
  }

  private boolean isPart(String dimension, String value) {
    return rules.parts().getOrDefault(dimension, List.of()).contains(value);
  }

  Dimensions parts(Dimensions dimensions) {
    Map<String, String> kept = new TreeMap<>(dimensions.values());
    kept.entrySet().removeIf(entry -> !isPart(entry.getKey(), entry.getValue()));
    return Dimensions.of(kept);
  }

  Dimensions withoutParts(Dimensions dimensions) {
    Map<String, String> kept = new TreeMap<>(dimensions.values());
    kept.entrySet().removeIf(entry -> isPart(entry.getKey(), entry.getValue()));
    return Dimensions.of(kept);
  }

  /** The statement of a figure about unknowns. */
  Optional<Report> report(Figure figure, Use use, Subject subject, LatentFlows flows) {
    Optional<Form> form = flows.form(subject.key(), subject.parts(), subject.period());
    Optional<Form> base =
        subject.baseParts().isEmpty()
            ? Optional.empty()
            : flows.form(
                subject.baseKey(),
                subject.baseParts().get(),
                subject.basePeriod().orElse(subject.period()));
    if (form.isEmpty() || (subject.baseParts().isPresent() && base.isEmpty())) {
      return Optional.empty();
    }
    Said said = said(figure);
    Report.Scale scale = scale(figure);
    AllowedSet set =
        said.allowed().times(BigDecimal.valueOf(scale.factor()), BigDecimal.valueOf(scale.shift()));
    boolean isWhole =
        base.isEmpty() && scale.shift() == 0 && rules.isWhole(subject.key().measure());
    Optional<BigDecimal> centre =
        said.centre()
            .map(
                c ->
                    c.multiply(BigDecimal.valueOf(scale.factor()))
                        .add(BigDecimal.valueOf(scale.shift())));
    return Optional.of(
        new Report(
            figure,
            use,
            form.get(),
            base,
            isWhole ? set.wholeNumbers() : set,
            centre,
            said.uncertainty() * scale.factor(),
            said.grain() * scale.factor(),
            scale));
  }

  /** What the words of a figure say, in its own unit. */
  private record Said(
      AllowedSet allowed, Optional<BigDecimal> centre, double uncertainty, double grain) {}

  private Said said(Figure figure) {
    Amount amount = figure.amount();
    if (amount instanceof Amount.Measured measured) {
      BigDecimal far = measured.standardUncertainty().multiply(BigDecimal.valueOf(Balancer.FAR));
      return new Said(
          AllowedSet.between(measured.value().subtract(far), measured.value().add(far)),
          Optional.of(measured.value()),
          measured.standardUncertainty().doubleValue(),
          measured.standardUncertainty().doubleValue());
    }
    if (amount instanceof Amount.Exact exact) {
      return exact(figure, exact.value());
    }
    AllowedSet set = AllowedSet.of(amount.interval());
    return set.isBounded()
        ? new Said(
            set,
            Optional.of(set.middle(BigDecimal.ZERO)),
            amount.interval().width() / Math.sqrt(12),
            amount.interval().width())
        : new Said(set, Optional.empty(), 0, 1);
  }

  /** A quotient is known to its last printed digit, and so is a number found to be rounded. */
  private Said exact(Figure figure, BigDecimal value) {
    BigDecimal digit = BigDecimal.ONE.movePointLeft(Math.max(0, value.scale()));
    boolean isDerived = !(figure.unit() instanceof Unit.Base);
    if (!isDerived && !standings.isRounded(figure)) {
      return new Said(AllowedSet.between(value, value), Optional.of(value), 0, digit.doubleValue());
    }
    BigDecimal grain = isDerived ? digit : ((Amount.Exact) figure.amount()).asRounded().grain();
    BigDecimal half = grain.divide(BigDecimal.valueOf(2));
    AllowedSet set =
        standings.isCut(figure)
            ? cut(value, grain)
            : AllowedSet.between(value.subtract(half), value.add(half));
    return new Said(
        set,
        Optional.of(set.middle(value)),
        grain.doubleValue() / Math.sqrt(12),
        grain.doubleValue());
  }

  private static AllowedSet cut(BigDecimal value, BigDecimal grain) {
    return value.signum() >= 0
        ? AllowedSet.between(value, value.add(grain))
        : AllowedSet.between(value.subtract(grain), value);
  }

  private static Report.Scale scale(Figure figure) {
    if (figure.unit() instanceof Unit.Rate rate) {
      return new Report.Scale(length(figure.period(), rate.per()).doubleValue(), 0);
    }
    if (figure.unit() instanceof Unit.ShareOfTotal) {
      return new Report.Scale(0.01, 0);
    }
    return figure.unit() instanceof Unit.Base ? new Report.Scale(1, 0) : new Report.Scale(0.01, 1);
  }

  /** The length of a period, in whole months where it has them, and else by its days. */
  private static BigDecimal length(Period period, Unit.Rate.Per per) {
    BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(period.start(), period.end()) + 1);
    boolean isWhole =
        period.start().getDayOfMonth() == 1
            && period.end().equals(YearMonth.from(period.end()).atEndOfMonth());
    BigDecimal months =
        isWhole
            ? BigDecimal.valueOf(
                ChronoUnit.MONTHS.between(
                        YearMonth.from(period.start()), YearMonth.from(period.end()))
                    + 1)
            : days.divide(DAYS_OF_MONTH, MathContext.DECIMAL64);
    return switch (per) {
      case DAY -> days;
      case WEEK -> days.divide(BigDecimal.valueOf(7), MathContext.DECIMAL64);
      case MONTH -> months;
      case QUARTER -> months.divide(BigDecimal.valueOf(3), MathContext.DECIMAL64);
      case YEAR -> months.divide(BigDecimal.valueOf(12), MathContext.DECIMAL64);
    };
  }

  /** Reads all figures of a table, and the unknowns that they cut. */
  static Reports read(
      FigureTable table,
      AccountingRules rules,
      List<Period> resolved,
      Map<String, DailyShape> shapes,
      Standings standings) {
    ReportReader reader = new ReportReader(table, rules, standings);
    LatentFlows.Builder builder = new LatentFlows.Builder(rules, resolved, shapes);
    List<Reports.Unread> unread = new ArrayList<>();
    Map<Figure, Subject> subjects = new java.util.LinkedHashMap<>();
    List<Figure> ordered =
        table.figures().stream().sorted(java.util.Comparator.comparing(Figure::id)).toList();
    for (Figure figure : ordered) {
      Optional<Subject> subject = reader.subject(figure);
      Use use = standings.use(figure);
      if (subject.isEmpty() || use == Use.WITHOUT_MEANING) {
        unread.add(new Reports.Unread(figure, Use.WITHOUT_MEANING));
      } else {
        subjects.put(figure, subject.get());
        builder.add(subject.get());
      }
    }
    LatentFlows flows = builder.build();
    List<Report> reports = new ArrayList<>();
    subjects.forEach(
        (figure, subject) ->
            reader
                .report(figure, standings.use(figure), subject, flows)
                .ifPresentOrElse(
                    reports::add,
                    () -> unread.add(new Reports.Unread(figure, Use.WITHOUT_MEANING))));
    return new Reports(reports, unread, flows, reader);
  }
}

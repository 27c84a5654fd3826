package org.crosstally.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Source;
import org.crosstally.reconcile.Cause;
import org.crosstally.simulation.Rates.Errors;
import org.crosstally.simulation.Rates.Voices;
import org.crosstally.simulation.Statement.Head;
import org.crosstally.simulation.Statement.Precision;

/** Makes a world: the truth first, then the documents one after the other in time. */
final class WorldMaker {
  private static final int NO_COPY = -1;

  private record Plan(int day, Kind kind) {}

  private enum Kind {
    TABLE,
    RELEASE,
    ARTICLE
  }

  private final Regime regime;
  private final long seed;
  private final Dice dice;
  private final Voices voices;
  private final Newsroom newsroom;
  private final Wording wording;
  private final List<Office> offices = new ArrayList<>();
  private final List<Relay> relays = new ArrayList<>();
  private final List<List<Integer>> articles = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Integer> copyOf = new ArrayList<>();
  private final Map<String, Double> carelessness = new TreeMap<>();
  private int documents;

  WorldMaker(Regime regime, long seed) {
    this.regime = regime;
    this.seed = seed;
    Rates rates = regime.rates();
    dice = new Dice(1_000_003 * seed + regime.name().hashCode());
    voices = rates.voices();
    newsroom = new Newsroom(dice, rates.words());
    wording = new Wording(dice, rates.words(), rates.errors());
  }

  World make() {
    makeOffices();
    makeRelays();
    for (Plan plan : plans()) {
      publish(plan);
    }
    slip();
    String dimension = dice.chance(0.5) ? "sex" : "region";
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      figures.add(statements.get(i).figure(World.id(i), dimension));
    }
    FigureTable table = FigureTable.of(figures, catalogue());
    return new World(seed, regime, dimension, List.copyOf(statements), table);
  }

  private void makeOffices() {
    RegisterMaker maker = new RegisterMaker(dice, regime.rates());
    Register main = maker.main();
    offices.add(new Office("office", main, 0));
    long mirrors = dice.poisson(voices.mirrors());
    for (int i = 0; i < mirrors; i++) {
      offices.add(new Office("mirror-" + i, main, dice.between(30, 500)));
    }
    long independents = dice.poisson(voices.independents());
    for (int i = 0; i < independents; i++) {
      offices.add(new Office("counter-" + i, maker.independent(main), 0));
    }
  }

  private void makeRelays() {
    int count = dice.between(voices.relays() / 2, voices.relays());
    for (int i = 0; i < count; i++) {
      Source.Kind kind =
          switch (dice.weighted(0.85, 0.1, 0.05)) {
            case 0 -> Source.Kind.PRESS;
            case 1 -> Source.Kind.ANALYSIS;
            default -> Source.Kind.OFFICIAL;
          };
      relays.add(new Relay("relay-" + i, kind, 1.0 / (i + 2), dice.uniform(0.3, 1.7)));
      carelessness.put("relay-" + i, relays.get(i).carelessness());
    }
  }

  private List<Plan> plans() {
    Register main = offices.get(0).register();
    int first = (int) Topic.endOf(main.firstMonth() + 11).toEpochDay();
    int last = (int) Topic.endOf(main.lastMonth()).toEpochDay() + dice.between(25, 700);
    int start = first + (int) (dice.uniform(0.05, 0.4) * (last - first));
    List<Plan> plans = new ArrayList<>();
    long tables = dice.poisson(voices.tables());
    for (int i = 0; i < tables; i++) {
      plans.add(new Plan(dice.between(start, last), Kind.TABLE));
    }
    for (int month = main.firstMonth() + 11; month <= main.lastMonth(); month += 12) {
      int day = main.released(Topic.span(month, month));
      if (day > start && day <= last && dice.chance(voices.releases())) {
        plans.add(new Plan(day, Kind.RELEASE));
      }
    }
    int count = dice.between(voices.articles() / 2, voices.articles());
    for (int i = 0; i < count; i++) {
      int day = start + (int) (Math.pow(dice.uniform(0, 1), 0.7) * (last - start));
      plans.add(new Plan(Math.min(last, dice.chance(0.4) ? afterRelease(day) : day), Kind.ARTICLE));
    }
    plans.sort(Comparator.comparingInt(Plan::day).thenComparing(Plan::kind));
    return plans;
  }

  /** A day soon after the numbers of a year came out, the last before a day. */
  private int afterRelease(int day) {
    Register main = offices.get(0).register();
    int newest = main.newestMonth(day);
    int december = newest - Math.floorMod(newest + 1, 12);
    if (december < main.firstMonth()) {
      return day;
    }
    return main.released(Topic.span(december, december)) + dice.between(0, 30);
  }

  private void publish(Plan plan) {
    documents++;
    switch (plan.kind()) {
      case TABLE -> table(plan.day());
      case RELEASE -> release(plan.day());
      case ARTICLE -> article(plan.day());
    }
  }

  private void table(int day) {
    Office office = dice.chance(0.75) ? offices.get(0) : dice.pick(offices);
    Precision precision = precision(0.4, 0.1, 0.5);
    Page page = page(office, new Head(document(), office.id(), "", "", day, precision), day);
    newsroom.retrospect(page, 0.6);
    print(page.lines());
  }

  private void release(int day) {
    Office office = offices.get(0);
    Precision precision = precision(0.8, 0.15, 0.05);
    Page page = page(office, new Head(document(), office.id(), "", "", day, precision), day);
    newsroom.release(page, page.register().newestMonth(day) / 12);
    print(page.lines());
  }

  private void article(int day) {
    Relay relay = relay();
    if (dice.chance(voices.copying())) {
      Optional<List<Integer>> copied = earlierArticle(relay, day);
      if (copied.isPresent()) {
        copy(copied.get(), relay, day);
        return;
      }
    }
    Office office = offices.size() == 1 || dice.chance(0.75) ? offices.get(0) : dice.pick(offices);
    int copiedOn = dice.chance(voices.stale()) ? day - dice.between(200, 2500) : day;
    Head head = new Head(document(), relay.id(), named(relay, office.id()), "", day, precision());
    Page page = page(office, head, copiedOn);
    if (dice.chance(voices.retrospects())) {
      newsroom.retrospect(page, 0.15);
    } else {
      newsroom.article(page);
    }
    articles.add(print(wording.of(page.lines())));
  }

  private List<Integer> print(List<Statement> lines) {
    List<Integer> indices = new ArrayList<>();
    for (Statement line : lines) {
      indices.add(statements.size());
      statements.add(line);
      copyOf.add(NO_COPY);
    }
    return indices;
  }

  private void slip() {
    Errors errors = regime.rates().errors();
    Slips slips = new Slips(dice, errors, statements);
    for (int i = 0; i < statements.size(); i++) {
      int from = copyOf.get(i);
      if (from != NO_COPY && statements.get(from).isSlip()) {
        statements.set(i, statements.get(i).with(statements.get(from).printing()));
      } else if (!misread(i)) {
        slips.maybe(i, carelessness.getOrDefault(statements.get(i).head().source(), errors.own()));
      }
    }
  }

  /** A table that begins with an open total can be read as if that were its last year's number. */
  private boolean misread(int index) {
    Statement open = statements.get(index);
    Topic year = Topic.year(open.topic().lastYear());
    if (!open.topic().isOpen()
        || open.topic().isStock()
        || !open.statesTruthExactly()
        || !carelessness.containsKey(open.head().source())
        || !open.reading().register().holds(year)
        || !dice.chance(regime.rates().errors().misreading())) {
      return false;
    }
    statements.set(
        index,
        new Statement(open.head(), year, open.reading(), open.printing())
            .slipped(Cause.WRONG_SPAN, open.stated()));
    return true;
  }

  private Optional<List<Integer>> earlierArticle(Relay relay, int day) {
    int reach = dice.chance(0.7) ? 30 : 1200;
    List<List<Integer>> candidates =
        articles.stream()
            .filter(lines -> !lines.isEmpty() && head(lines).day() >= day - reach)
            .filter(lines -> !head(lines).source().equals(relay.id()))
            .toList();
    return candidates.isEmpty() ? Optional.empty() : Optional.of(dice.pick(candidates));
  }

  private Head head(List<Integer> lines) {
    return statements.get(lines.get(0)).head();
  }

  private void copy(List<Integer> lines, Relay relay, int day) {
    Head from = head(lines);
    String via = dice.chance(voices.declared()) ? name(from.source()) : "";
    if (!via.isEmpty() && !from.via().isEmpty() && dice.chance(0.5)) {
      via += ", " + from.via();
    }
    String origin = named(relay, statements.get(lines.get(0)).reading().office());
    Head head = new Head(document(), relay.id(), origin, via, day, precision());
    double share = lines.size() <= 4 ? 0.9 : 0.6;
    List<Integer> indices = new ArrayList<>();
    for (int line : lines) {
      Statement statement = statements.get(line);
      if (dice.chance(share) && statement.canBeRepeatedOn(day)) {
        indices.add(statements.size());
        statements.add(statement.takenBy(head));
        copyOf.add(line);
      }
    }
    articles.add(indices);
  }

  /** The office as a relay names it; an office that relays without saying so would be an origin. */
  private String named(Relay relay, String office) {
    boolean silent = relay.kind() == Source.Kind.PRESS && dice.chance(voices.unattributed());
    return silent ? "" : office;
  }

  private String name(String source) {
    return relays.stream()
        .filter(relay -> relay.id().equals(source))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private Relay relay() {
    return relays.get(dice.weighted(relays.stream().mapToDouble(Relay::weight).toArray()));
  }

  private Page page(Office office, Head head, int copiedOn) {
    return new Page(head, office, copiedOn, dice.chance(0.5));
  }

  private String document() {
    return "document-" + documents;
  }

  private Precision precision() {
    return precision(0.62, 0.21, 0.17);
  }

  private Precision precision(double... weights) {
    return switch (dice.weighted(weights)) {
      case 0 -> Precision.DAY;
      case 1 -> Precision.MONTH;
      default -> Precision.YEAR;
    };
  }

  private Catalogue catalogue() {
    List<Source> sources = new ArrayList<>();
    for (Office office : offices) {
      sources.add(new Source(office.id(), "The " + office.id(), Source.Kind.OFFICIAL));
    }
    for (Relay relay : relays) {
      sources.add(new Source(relay.id(), relay.name(), relay.kind()));
    }
    List<String> units = List.of("persons");
    return Catalogue.of(
        sources,
        List.of(),
        List.of(
            new Measure(Topic.Measured.FLOW.id(), "Entries", Measure.Kind.FLOW, units),
            new Measure(Topic.Measured.STOCK.id(), "Residents", Measure.Kind.STOCK, units)));
  }
}

package org.crosstally.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Source;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.Conflict;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Role;
import tech.tablesaw.api.Table;

/**
 * The record of each source: how much it states, whom it relays, how often it agrees with the
 * number that stands, and how often it differs for which cause.
 *
 * <p>Immutable.
 *
 * @param list the records, by the ids of the sources
 */
public record SourceRecords(List<SourceRecord> list) {

  /**
   * The record of one source.
   *
   * @param source the source
   * @param figures how many figures it states
   * @param own how many of them name nobody else as their origin
   * @param origins how many figures it has from each origin that it names
   * @param compared how many of them were compared with a number that stands
   * @param causes how many of them differ for each cause
   */
  public record SourceRecord(
      Source source,
      int figures,
      int own,
      SortedMap<String, Integer> origins,
      int compared,
      Map<Cause, Integer> causes) {
    /**
     * Copies the maps.
     *
     * @param source the source
     * @param figures how many figures it states
     * @param own how many of them name nobody else as their origin
     * @param origins how many figures it has from each origin that it names
     * @param compared how many of them were compared with a number that stands
     * @param causes how many of them differ for each cause
     */
    public SourceRecord {
      origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
      Map<Cause, Integer> copy = new EnumMap<>(Cause.class);
      copy.putAll(causes);
      causes = Collections.unmodifiableMap(copy);
    }

    /**
     * How many figures differ for a cause.
     *
     * @param cause a cause
     * @return the number
     */
    public int count(Cause cause) {
      return causes.getOrDefault(cause, 0);
    }

    /**
     * How many figures are slips of the pen.
     *
     * @return the number
     */
    public int slips() {
      return causes.entrySet().stream()
          .filter(entry -> entry.getKey().isSlip())
          .mapToInt(Map.Entry::getValue)
          .sum();
    }

    /**
     * The share of slips among the figures that were compared with a number that stands, as a
     * posterior mean under Jeffreys' prior, {@code (slips + 1/2) / (compared + 1)}: a source of
     * which little is known is not taken to be free of slips.
     *
     * @return the share
     */
    public double slipRate() {
      return (slips() + 0.5) / (compared + 1.0);
    }
  }

  /**
   * Copies the list.
   *
   * @param list the records
   */
  public SourceRecords {
    list = List.copyOf(list);
  }

  /**
   * The records of all sources in a reconciliation.
   *
   * @param reconciliation a reconciliation
   * @return the records
   */
  public static SourceRecords of(Reconciliation reconciliation) {
    SortedMap<String, Builder> builders = new TreeMap<>();
    for (Account account : reconciliation.accounts()) {
      builders.computeIfAbsent(account.figure().source(), key -> new Builder()).add(account);
    }
    for (Conflict conflict : reconciliation.conflicts().list()) {
      builders
          .computeIfAbsent(conflict.figure().source(), key -> new Builder())
          .add(conflict.cause());
    }
    List<SourceRecord> records = new ArrayList<>();
    builders.forEach(
        (id, builder) -> records.add(builder.build(reconciliation.catalogue().source(id))));
    return new SourceRecords(records);
  }

  /** Counts the figures of one source. */
  private static final class Builder {
    private final SortedMap<String, Integer> origins = new TreeMap<>();
    private final Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
    private int figures;
    private int own;
    private int compared;

    void add(Account account) {
      Figure figure = account.figure();
      figures++;
      if (figure.origin().filter(origin -> !origin.equals(figure.source())).isPresent()) {
        origins.merge(figure.origin().orElseThrow(), 1, Integer::sum);
      } else {
        own++;
      }
      boolean forecast = account.cause().filter(cause -> cause == Cause.FORECAST).isPresent();
      if (account.role() != Role.OUT_OF_SCOPE && !forecast) {
        compared++;
      }
    }

    void add(Cause cause) {
      causes.merge(cause, 1, Integer::sum);
    }

    SourceRecord build(Source source) {
      return new SourceRecord(source, figures, own, origins, compared, causes);
    }
  }

  /**
   * One line for each source.
   *
   * @return a table with the columns source, name, kind, figures, own, relayed, origins (each with
   *     its number of figures), compared, differing, one column for each cause, slips,
   *     slip_rate_pct
   */
  public Table toTable() {
    return AgreementTables.sources(this);
  }
}

package org.crosstally.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crosstally.figure.FigureTable;
import org.crosstally.reconcile.Accounting;
import org.crosstally.reconcile.Reconciliation;
import tech.tablesaw.api.Table;

/**
 * What belongs together in the accounts: which measure is the stock of which flow, which parts of a
 * dimension add up to its total, which definitions are taken for one, what is never negative and
 * what is counted in whole numbers.
 *
 * <p>Nothing has a meaning by its name: without rules, flows of the catalogue are flows, and that
 * is all. Immutable; every verb returns new rules.
 *
 * <pre>{@code
 * AccountingRules rules =
 *     AccountingRules.none()
 *         .stockOf("residents", "arrivals")
 *         .parts("sex", "female", "male")
 *         .join("settled")
 *         .nonNegative("arrivals")
 *         .wholeNumbers("arrivals");
 * }</pre>
 */
public final class AccountingRules implements Accounting {
  private static final AccountingRules NONE =
      new AccountingRules(
          new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

  private final SortedMap<String, String> flowOfStock;
  private final SortedMap<String, List<String>> parts;
  private final SortedSet<String> joined;
  private final SortedSet<String> nonNegative;
  private final SortedSet<String> whole;

  private AccountingRules(
      SortedMap<String, String> flowOfStock,
      SortedMap<String, List<String>> parts,
      SortedSet<String> joined,
      SortedSet<String> nonNegative,
      SortedSet<String> whole) {
    this.flowOfStock = Collections.unmodifiableSortedMap(flowOfStock);
    this.parts = Collections.unmodifiableSortedMap(parts);
    this.joined = Collections.unmodifiableSortedSet(joined);
    this.nonNegative = Collections.unmodifiableSortedSet(nonNegative);
    this.whole = Collections.unmodifiableSortedSet(whole);
  }

  /**
   * No rules.
   *
   * @return rules that join nothing
   */
  public static AccountingRules none() {
    return NONE;
  }

  /**
   * Reads rules from a table of text columns: {@code rule} (one of {@code stock}, {@code parts},
   * {@code join}, {@code non-negative}, {@code whole}), {@code subject}, {@code objects} separated
   * by semicolons, and {@code note}, which is not read.
   *
   * <table>
   * <caption>The rules</caption>
   * <tr><th>rule</th><th>subject</th><th>objects</th></tr>
   * <tr><td>stock</td><td>a measure</td><td>the flow that adds to it</td></tr>
   * <tr><td>parts</td><td>a dimension</td><td>values that add up to its total</td></tr>
   * <tr><td>join</td><td>blank</td><td>bases taken for the measure's own definition</td></tr>
   * <tr><td>non-negative</td><td>a flow</td><td>blank</td></tr>
   * <tr><td>whole</td><td>a flow</td><td>blank</td></tr>
   * </table>
   *
   * @param table the table, as {@code TextTables.read(path)} gives it
   * @return the rules
   * @throws org.crosstally.figure.FigureFormatException if a column is missing or a row is no rule;
   *     it names them all
   */
  public static AccountingRules of(Table table) {
    return AccountingRuleTables.read(table);
  }

  /**
   * The rules that the numbers of a table suggest, to be looked at and not to be relied on: a stock
   * of a flow where the differences of the stock are the flow in at least three cells and in twice
   * as many as not, parts of a dimension where they sum up to the total in the same way.
   *
   * @param table the figures
   * @return the suggested rules; they join no definitions
   */
  public static AccountingRules suggestedBy(FigureTable table) {
    return new RuleSuggestions(table).rules();
  }

  /**
   * Declares a stock: at the end of a period it is the stock before and the flow within.
   *
   * @param stock the id of a measure
   * @param flow the id of the measure that adds to it
   * @return rules with that stock
   */
  public AccountingRules stockOf(String stock, String flow) {
    SortedMap<String, String> copy = new TreeMap<>(flowOfStock);
    copy.put(stock, flow);
    return new AccountingRules(copy, parts, joined, nonNegative, whole);
  }

  /**
   * Declares that values of a dimension are disjoint and complete: the cells with these values add
   * up to the cell without a value.
   *
   * @param dimension the name of the dimension
   * @param values at least two values
   * @return rules with those parts
   * @throws IllegalArgumentException if there are fewer than two values, or one twice
   */
  public AccountingRules parts(String dimension, String... values) {
    List<String> list = List.of(values);
    if (list.size() < 2 || list.stream().distinct().count() < list.size()) {
      throw new IllegalArgumentException(
          "parts of " + dimension + " are at least two values that differ, not " + list);
    }
    SortedMap<String, List<String>> copy = new TreeMap<>(parts);
    copy.put(dimension, list);
    return new AccountingRules(flowOfStock, copy, joined, nonNegative, whole);
  }

  /**
   * Takes definitions for the measure's own; others stay apart.
   *
   * @param bases the bases to be joined
   * @return rules that join them
   */
  public AccountingRules join(String... bases) {
    return new AccountingRules(flowOfStock, parts, with(joined, bases), nonNegative, whole);
  }

  /**
   * Declares flows that are never negative.
   *
   * @param flows ids of measures
   * @return rules with those flows
   */
  public AccountingRules nonNegative(String... flows) {
    return new AccountingRules(flowOfStock, parts, joined, with(nonNegative, flows), whole);
  }

  /**
   * Declares flows that are counted in whole numbers.
   *
   * @param flows ids of measures
   * @return rules with those flows
   */
  public AccountingRules wholeNumbers(String... flows) {
    return new AccountingRules(flowOfStock, parts, joined, nonNegative, with(whole, flows));
  }

  private static SortedSet<String> with(Set<String> set, String... more) {
    SortedSet<String> copy = new TreeSet<>(set);
    copy.addAll(Arrays.asList(more));
    return copy;
  }

  /** The flow that adds to a stock. */
  Optional<String> flowOf(String stock) {
    return Optional.ofNullable(flowOfStock.get(stock));
  }

  /** Whether some rule names the measure as a flow. */
  boolean namesFlow(String measure) {
    return flowOfStock.containsValue(measure)
        || nonNegative.contains(measure)
        || whole.contains(measure);
  }

  SortedMap<String, List<String>> parts() {
    return parts;
  }

  /** The stocks with their flows. */
  Map<String, String> stocks() {
    return flowOfStock;
  }

  /** The definition under which a basis is accounted for. */
  String basis(String basis) {
    return joined.contains(basis) ? "" : basis;
  }

  boolean isNonNegative(String flow) {
    return nonNegative.contains(flow);
  }

  boolean isWhole(String flow) {
    return whole.contains(flow);
  }

  /**
   * What {@code Reconciler.byAccounting(rules)} asks for: the balance of all figures by least
   * squares, with what the reports leave open left open.
   *
   * @param table the figures
   * @return the outcome of every cell that figures are about
   */
  @Override
  public Reconciliation reconcile(FigureTable table) {
    return Balancer.under(this).reconcile(table);
  }

  /**
   * The rules in words.
   *
   * @return one sentence for each rule
   */
  public List<String> sentences() {
    List<String> out = new ArrayList<>();
    flowOfStock.forEach((stock, flow) -> out.add(stock + " is the stock of " + flow));
    parts.forEach((name, values) -> out.add(String.join(" + ", values) + " = all, by " + name));
    if (!joined.isEmpty()) {
      out.add(
          "the definitions '"
              + String.join("', '", joined)
              + "' are taken for the measure's own, as if they counted the same");
    }
    nonNegative.forEach(flow -> out.add(flow + " is never negative"));
    whole.forEach(flow -> out.add(flow + " is counted in whole numbers"));
    return List.copyOf(out);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccountingRules that
        && flowOfStock.equals(that.flowOfStock)
        && parts.equals(that.parts)
        && joined.equals(that.joined)
        && nonNegative.equals(that.nonNegative)
        && whole.equals(that.whole);
  }

  @Override
  public int hashCode() {
    return java.util.Objects.hash(flowOfStock, parts, joined, nonNegative, whole);
  }

  @Override
  public String toString() {
    return String.join("; ", sentences());
  }
}

package org.crosstally.balance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The reports of a system after it is known which of them cannot all be true. */
final class Contradictions {
  private final Reports reports;
  private final ConflictFinder finder;
  private final ConflictFinder.Result result;
  private final List<MinimalSet> amongUsed;
  private final Set<Integer> contested = new TreeSet<>();
  private final Map<Statement.Content, Integer> positions;

  private Contradictions(
      Reports reports,
      List<Statement> statements,
      ConflictFinder finder,
      ConflictFinder.Result result) {
    this.reports = reports;
    this.finder = finder;
    this.result = result;
    this.amongUsed =
        result.sets().stream()
            .filter(set -> set.statements().stream().allMatch(Statement::isUsed))
            .toList();
    amongUsed.forEach(set -> contested.addAll(set.members()));
    this.positions = ConflictFinder.positions(statements);
  }

  static Contradictions of(Reports reports, AccountingRules rules, int limit) {
    List<Statement> statements = ConflictFinder.statements(reports, rules);
    MinimalSet.Prover prover = new MinimalSet.Prover(statements, reports.flows());
    Vintages vintages = new Vintages(reports.list(), prover);
    ConflictFinder finder =
        new ConflictFinder(statements, reports.flows(), vintages::outdated, limit);
    ConflictFinder.Result result = finder.find();
    return new Contradictions(
        revised(reports, statements, result.revised()), statements, finder, result);
  }

  private static Reports revised(
      Reports reports, List<Statement> statements, Set<Integer> outdated) {
    Set<Report> earlier = new HashSet<>();
    outdated.forEach(s -> earlier.addAll(statements.get(s).reports()));
    List<Report> list =
        reports.list().stream()
            .map(report -> earlier.contains(report) ? report.as(Use.REVISED) : report)
            .toList();
    return new Reports(list, reports.unread(), reports.flows(), reports.reader());
  }

  Reports reports() {
    return reports;
  }

  ConflictFinder.Result result() {
    return result;
  }

  ConflictFinder finder() {
    return finder;
  }

  /** The sets of which all members take part in the solution. */
  List<MinimalSet> amongUsed() {
    return amongUsed;
  }

  /** The statements that are in such a set. */
  Set<Integer> contested() {
    return Collections.unmodifiableSet(contested);
  }

  /** The positions of statements by what they say. */
  Map<Statement.Content, Integer> positions() {
    return positions;
  }

  /** The sets in which a report takes part, in words. */
  List<MinimalSet> setsOf(Report report) {
    List<MinimalSet> found = new ArrayList<>();
    for (MinimalSet set : result.sets()) {
      boolean isMember =
          set.statements().stream()
              .flatMap(s -> s.reports().stream())
              .anyMatch(r -> r.figure().id().equals(report.figure().id()));
      if (isMember) {
        found.add(set);
      }
    }
    return found;
  }
}

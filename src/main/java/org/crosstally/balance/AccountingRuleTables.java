package org.crosstally.balance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Problem;
import org.crosstally.figure.Problems;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Reads rules from tables. */
final class AccountingRuleTables {
  private static final List<String> COLUMNS = List.of("rule", "subject", "objects");

  private AccountingRuleTables() {}

  static AccountingRules read(Table table) {
    Problems problems = new Problems();
    for (String column : COLUMNS) {
      if (!table.containsColumn(column)) {
        problems.add(
            Problem.ofWhole(
                table.name(),
                "the column '" + column + "' is missing",
                String.join(", ", COLUMNS)));
      }
    }
    problems.raise();
    AccountingRules rules = AccountingRules.none();
    for (Row row : table) {
      String subject = row.getString("subject").strip();
      List<String> objects =
          Arrays.stream(row.getString("objects").split(";", -1))
              .map(String::strip)
              .filter(text -> !text.isEmpty())
              .toList();
      rules = add(rules, row.getString("rule").strip(), subject, objects, row, table, problems);
    }
    problems.raise();
    return rules;
  }

  private static AccountingRules add(
      AccountingRules rules,
      String rule,
      String subject,
      List<String> objects,
      Row row,
      Table table,
      Problems problems) {
    Optional<AccountingRules> more = more(rules, rule, subject, objects);
    if (more.isPresent()) {
      return more.get();
    }
    problems.add(
        Problem.ofRow(
            table.name(),
            row.getRowNumber() + 2,
            rule + "," + subject + "," + String.join(";", objects),
            "not a rule",
            "stock,stock measure,flow; parts,dimension,two values or more; join,,bases;"
                + " non-negative,flow,; whole,flow,"));
    return rules;
  }

  /** The rules with one more; empty where the row is none. */
  private static Optional<AccountingRules> more(
      AccountingRules rules, String rule, String subject, List<String> objects) {
    String[] values = objects.toArray(new String[0]);
    boolean isAbout = !subject.isEmpty();
    AccountingRules none = AccountingRules.none();
    AccountingRules made =
        switch (rule) {
          case "stock" -> isAbout && values.length == 1 ? rules.stockOf(subject, values[0]) : none;
          case "parts" ->
              isAbout && values.length >= 2 && isDistinct(objects)
                  ? rules.parts(subject, values)
                  : none;
          case "join" -> !isAbout && values.length > 0 ? rules.join(values) : none;
          case "non-negative" -> isAbout && objects.isEmpty() ? rules.nonNegative(subject) : none;
          case "whole" -> isAbout && objects.isEmpty() ? rules.wholeNumbers(subject) : none;
          default -> none;
        };
    return made.equals(none) ? Optional.empty() : Optional.of(made);
  }

  private static boolean isDistinct(List<String> values) {
    return values.stream().distinct().count() == values.size();
  }
}

package org.crosstally.balance;

import java.util.Arrays;
import java.util.List;
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
    String[] values = objects.toArray(new String[0]);
    switch (rule) {
      case "stock":
        if (!subject.isEmpty() && values.length == 1) {
          return rules.stockOf(subject, values[0]);
        }
        break;
      case "parts":
        if (!subject.isEmpty() && objects.size() >= 2 && isDistinct(objects)) {
          return rules.parts(subject, values);
        }
        break;
      case "join":
        if (subject.isEmpty() && !objects.isEmpty()) {
          return rules.join(values);
        }
        break;
      case "non-negative":
        if (!subject.isEmpty() && objects.isEmpty()) {
          return rules.nonNegative(subject);
        }
        break;
      case "whole":
        if (!subject.isEmpty() && objects.isEmpty()) {
          return rules.wholeNumbers(subject);
        }
        break;
      default:
        break;
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

  private static boolean isDistinct(List<String> values) {
    return values.stream().distinct().count() == values.size();
  }
}

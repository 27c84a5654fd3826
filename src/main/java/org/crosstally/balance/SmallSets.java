package org.crosstally.balance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All sets of two statements about the same form, all sets of three amounts of which one is the sum
 * of the others, and all of a share or change with the two amounts that it is the quotient of.
 * Whether a form is the sum of two others is looked up by a hash that is linear in the forms.
 */
final class SmallSets {
  /** Beyond so many forms the triples are left to the general search. */
  private static final int MOST_FORMS = 5_000;

  private final List<Statement> statements;
  private final MinimalSet.Prover prover;
  private final List<MinimalSet> found = new ArrayList<>();

  SmallSets(List<Statement> statements, MinimalSet.Prover prover) {
    this.statements = statements;
    this.prover = prover;
  }

  /** What statements of one kind speak of. */
  private record Subject(Form form, Optional<Form> base) {}

  List<MinimalSet> find() {
    Map<Subject, List<Integer>> bySubject = new LinkedHashMap<>();
    for (int i = 0; i < statements.size(); i++) {
      Report report = statements.get(i).first();
      bySubject
          .computeIfAbsent(new Subject(report.form(), report.base()), s -> new ArrayList<>())
          .add(i);
    }
    bySubject.values().forEach(this::pairs);
    Map<Form, List<Integer>> amounts = new LinkedHashMap<>();
    bySubject.forEach(
        (subject, list) -> {
          if (subject.base().isEmpty()) {
            amounts.put(subject.form(), list);
          }
        });
    if (amounts.size() <= MOST_FORMS) {
      triples(amounts);
    }
    bySubject.forEach((subject, list) -> quotients(subject, list, amounts));
    return found;
  }

  private void pairs(List<Integer> list) {
    for (int i = 0; i < list.size(); i++) {
      for (int j = i + 1; j < list.size(); j++) {
        if (allowed(list.get(i)).isDisjointFrom(allowed(list.get(j)))) {
          prover.minimal(List.of(list.get(i), list.get(j))).ifPresent(found::add);
        }
      }
    }
  }

  private AllowedSet allowed(int statement) {
    return statements.get(statement).first().allowed();
  }

  private void triples(Map<Form, List<Integer>> amounts) {
    List<Form> forms = List.copyOf(amounts.keySet());
    Map<Long, Form> byHash = new HashMap<>();
    long[] hashes = new long[forms.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = forms.get(i).linearHash();
      byHash.put(hashes[i], forms.get(i));
    }
    for (int i = 0; i < hashes.length; i++) {
      for (int j = i + 1; j < hashes.length; j++) {
        Form sum = byHash.get(hashes[i] + hashes[j]);
        if (sum != null && forms.get(i).plus(1, forms.get(j)).equals(sum)) {
          triples(
              amounts.getOrDefault(forms.get(i), List.of()),
              amounts.getOrDefault(forms.get(j), List.of()),
              amounts.getOrDefault(sum, List.of()));
        }
      }
    }
  }

  /** A share or change with both of the amounts that it is the quotient of. */
  private void quotients(Subject subject, List<Integer> list, Map<Form, List<Integer>> amounts) {
    if (subject.base().isEmpty()) {
      return;
    }
    for (int quotient : list) {
      for (int over : amounts.getOrDefault(subject.form(), List.of())) {
        for (int under : amounts.getOrDefault(subject.base().get(), List.of())) {
          addTriple(quotient, over, under);
        }
      }
    }
  }

  private void addTriple(int a, int b, int c) {
    prover.minimal(List.of(a, b, c)).filter(set -> set.members().size() == 3).ifPresent(found::add);
  }

  private void triples(List<Integer> first, List<Integer> second, List<Integer> sums) {
    for (int a : first) {
      for (int b : second) {
        AllowedSet sum = allowed(a).plus(allowed(b));
        for (int total : sums) {
          if (sum.isDisjointFrom(allowed(total))) {
            addTriple(a, b, total);
          }
        }
      }
    }
  }
}

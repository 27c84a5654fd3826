package org.crosstally.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.crosstally.consensus.HeterogeneityEstimator;

/** The papers of consensus estimators, found by the words with which an estimator names itself. */
final class EstimatorPapers {
  private EstimatorPapers() {}

  /** The name of a method, with the words of an estimator that names itself by letters alone. */
  static String words(String method) {
    return method.startsWith("median of") || method.startsWith("agreement of")
        ? "their " + method.substring(0, method.indexOf(" of "))
        : estimator(method) + rest(method);
  }

  private static String estimator(String method) {
    String first = first(method);
    return Arrays.stream(HeterogeneityEstimator.values())
        .filter(estimator -> estimator.abbreviation().equals(first))
        .map(estimator -> estimator.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .findFirst()
        .orElse(first);
  }

  private static String first(String method) {
    int comma = method.indexOf(',');
    return comma < 0 ? method : method.substring(0, comma);
  }

  private static String rest(String method) {
    int comma = method.indexOf(',');
    return comma < 0 ? "" : method.substring(comma);
  }

  static MethodPaper[] of(String method) {
    String words = (estimator(method) + rest(method)).toLowerCase(Locale.ROOT);
    List<MethodPaper> papers = new ArrayList<>();
    add(papers, words, "birge", MethodPaper.BIRGE_1932);
    add(papers, words, "particle data group", MethodPaper.BIRGE_1932);
    add(papers, words, "two step", MethodPaper.DERSIMONIAN_KACKER_2007);
    add(papers, words, "two steps", MethodPaper.DERSIMONIAN_KACKER_2007);
    add(papers, words, "dersimonian", MethodPaper.DERSIMONIAN_LAIRD_1986);
    add(papers, words, "paule", MethodPaper.PAULE_MANDEL_1982);
    add(papers, words, "maximum likelihood", MethodPaper.VIECHTBAUER_2005);
    add(papers, words, "knapp-hartung", MethodPaper.HARTUNG_KNAPP_2001);
    add(papers, words, "knha", MethodPaper.HARTUNG_KNAPP_2001);
    add(papers, words, "truncated", MethodPaper.KNAPP_HARTUNG_2003);
    add(papers, words, "adhoc", MethodPaper.KNAPP_HARTUNG_2003);
    add(papers, words, "sidik", MethodPaper.SIDIK_JONKMAN_2005);
    add(papers, words, "cochran", MethodPaper.COCHRAN_1954);
    add(papers, words, "hedges", MethodPaper.COCHRAN_1954);
    add(papers, words, "linear opinion pool", MethodPaper.STONE_1961);
    add(papers, words, "largest consistent subset", MethodPaper.COX_2007);
    add(papers, words, "hodges-lehmann", MethodPaper.HODGES_LEHMANN_1963);
    add(papers, words, "huber", MethodPaper.HUBER_1964);
    add(papers, words, "biweight", MethodPaper.MOSTELLER_TUKEY_1977);
    add(papers, words, "censored", MethodPaper.TOBIN_1958);
    add(papers, words, "censored", MethodPaper.COX_REID_1987);
    return papers.toArray(MethodPaper[]::new);
  }

  private static void add(List<MethodPaper> papers, String words, String part, MethodPaper paper) {
    if (words.contains(part) && !papers.contains(paper)) {
      papers.add(paper);
    }
  }
}

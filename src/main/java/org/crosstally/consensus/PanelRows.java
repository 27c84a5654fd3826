package org.crosstally.consensus;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Runs every method that applies to the reports. */
final class PanelRows {

  private static final Set<PanelMethod> NEED_NO_VARIANCES =
      Set.of(
          PanelMethod.MEAN,
          PanelMethod.MEDIAN,
          PanelMethod.HODGES_LEHMANN,
          PanelMethod.HUBER,
          PanelMethod.HUBER_PROPOSAL_2,
          PanelMethod.BIWEIGHT,
          PanelMethod.TRIMMED,
          PanelMethod.WINSORISED);

  private final List<Report> reports;
  private final PanelLines lines;
  private final boolean exact;
  private final boolean weighted;

  PanelRows(List<Report> reports, double level) {
    this.reports = reports;
    this.lines = new PanelLines(reports, level);
    this.exact = reports.stream().allMatch(Report::isExact);
    this.weighted = exact && reports.stream().allMatch(report -> report.variance() > 0);
  }

  List<ConsensusPanel.Row> all() {
    return reports.isEmpty()
        ? List.of()
        : Stream.of(PanelMethod.values())
            .filter(this::applies)
            .map(method -> new ConsensusPanel.Row(method, lines.of(method)))
            .toList();
  }

  /** A set has a spread of its own, an even one, that a pool can take. */
  private boolean spreadEach() {
    return Points.weighted(reports).asOptional().isPresent();
  }

  private boolean applies(PanelMethod method) {
    return switch (method) {
      case CENSORED -> !exact;
      case CENSORED_LOG -> !exact && PanelRules.allAboveZero(reports);
      case LINEAR_POOL -> weighted || (!exact && spreadEach());
      default -> weighted || (exact && NEED_NO_VARIANCES.contains(method));
    };
  }
}

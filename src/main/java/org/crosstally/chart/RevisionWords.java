package org.crosstally.chart;

import java.awt.Color;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.crosstally.agreement.VintageTable.Line;
import org.crosstally.agreement.VintageTable.Release;
import org.crosstally.figure.Period;

/** What is said beside a figure of revisions, its data, and its lines for XChart. */
final class RevisionWords {

  private RevisionWords() {}

  static Remarks sentences(RevisionTriangle triangle, int shown) {
    long revised = triangle.lines().stream().filter(RevisionTriangle::isRevised).count();
    return new Remarks(
            triangle.subject()
                + ": the vintages of "
                + Words.counted(shown, "period", "periods")
                + ".")
        .add(
            "Of "
                + Words.counted(triangle.lines().size(), "period", "periods")
                + " with a dated number, "
                + Words.counted((int) revised, "was", "were")
                + " revised.")
        .add(
            triangle.left(),
            "line of another origin or another length of period is",
            "lines of other origins or other lengths of period are",
            " not shown.")
        .add(triangle.series().leftOut());
  }

  static Beside beside(String kind, String caption, RevisionTriangle triangle) {
    if (triangle.lines().isEmpty()) {
      String none = triangle.subject() + ": " + caption;
      return new Beside(none, none, List.of());
    }
    String alternative =
        new Remarks(kind + sentences(triangle, triangle.lines().size()).toString())
            .add(extremes(triangle))
            .toString();
    return new Beside(caption, alternative, data(triangle));
  }

  private record Revised(Line line, double revision) {}

  private static String extremes(RevisionTriangle triangle) {
    List<Revised> all =
        triangle.lines().stream()
            .filter(RevisionTriangle::isRevised)
            .map(line -> new Revised(line, triangle.revision(line, line.latest().value())))
            .sorted(Comparator.comparingDouble((Revised r) -> -Math.abs(r.revision())))
            .toList();
    if (all.isEmpty()) {
      return "No number was revised.";
    }
    Revised most = all.get(0);
    long up = all.stream().filter(r -> r.revision() > 0).count();
    return "From the first release to the latest, "
        + up
        + " of them went up; the largest difference is "
        + Numbers.difference(most.revision())
        + " "
        + triangle.unit()
        + " for "
        + Statement.period(most.line().cell().period())
        + ", from "
        + Numbers.estimate(RevisionTriangle.first(most.line()))
        + " to "
        + Numbers.estimate(most.line().latest().value())
        + ".";
  }

  private static List<Datum> data(RevisionTriangle triangle) {
    List<Datum> data = new ArrayList<>();
    for (Line line : triangle.lines()) {
      for (Release release : line.releases()) {
        data.add(
            new Datum(
                "",
                Statement.period(line.cell().period()),
                release.published().map(Period::format).orElse(""),
                Datum.number(triangle.revision(line, release.value())),
                "",
                "",
                "release " + release.number(),
                "value "
                    + Datum.number(release.value())
                    + ", attested by "
                    + release.attestation().label()));
      }
    }
    return data;
  }

  /** The course of each revised number over the time of publication, as steps. */
  static Scene paths(RevisionTriangle triangle, Page page, Scene.Titles titles) {
    List<Layer> layers = new ArrayList<>();
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (Line line : triangle.lines()) {
      List<At> steps = new ArrayList<>();
      double before = 0;
      for (Release release : line.releases()) {
        if (release.published().isEmpty()) {
          continue;
        }
        double when = year(release.published().get().end());
        double revision = triangle.revision(line, release.value());
        if (!steps.isEmpty()) {
          steps.add(new At(when, before));
        }
        steps.add(new At(when, revision));
        before = revision;
      }
      steps.forEach(
          at -> {
            x.add(at.x());
            y.add(at.y());
          });
      String name = Statement.period(line.cell().period());
      layers.add(
          steps.size() == 1
              ? new Layer.Marks(name, Sources.others(Look.SMALL_MARK), steps)
              : new Layer.Line(name, color(layers.size()), Look.THIN, steps));
    }
    Plane plane =
        new Plane(0, 0, page.widthPt(), page.heightPt(), Range.of(x).padded(0.03), Range.of(y));
    return new Scene(page, plane, layers, List.of(), List.of(), titles, "");
  }

  static Color color(int rank) {
    return Look.SOURCES.get(rank % Look.SOURCES.size());
  }

  /** The day as a number of years. */
  static double year(LocalDate day) {
    return day.getYear() + (day.getDayOfYear() - 1.0) / day.lengthOfYear();
  }
}

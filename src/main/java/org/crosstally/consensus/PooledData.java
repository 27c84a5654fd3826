package org.crosstally.consensus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reports of a pooled fit on its scale, their cells and sources numbered from 0. */
final class PooledData {

  final CensoredReports ends;
  final int[] cell;

  /** The source of each report; all 0 without biases. */
  final int[] source;

  private final List<Integer> cellNames;
  private final List<Integer> sourceNames;
  private final List<Integer> leftOut;

  /** The reports on cells that are known as sets only, which say nothing about the spread. */
  private final Map<Integer, List<PooledModel.CellReport>> sets;

  private final PooledModel.SourceBias bias;

  private PooledData(
      List<PooledModel.CellReport> used,
      List<Integer> leftOut,
      Map<Integer, List<PooledModel.CellReport>> sets,
      CensoredMean.Scale scale,
      PooledModel.SourceBias bias) {
    this.bias = bias;
    this.leftOut = leftOut;
    this.sets = sets;
    ends = CensoredReports.of(used.stream().map(PooledModel.CellReport::report).toList(), scale);
    Map<Integer, Integer> cells = new LinkedHashMap<>();
    Map<Integer, Integer> sources = new LinkedHashMap<>();
    cell = new int[used.size()];
    source = new int[used.size()];
    for (int i = 0; i < cell.length; i++) {
      cell[i] = number(cells, used.get(i).cell());
      source[i] = bias == PooledModel.SourceBias.NONE ? 0 : number(sources, used.get(i).source());
    }
    cellNames = List.copyOf(cells.keySet());
    sourceNames = List.copyOf(sources.keySet());
  }

  static PooledData of(
      List<PooledModel.CellReport> reports, CensoredMean.Scale scale, PooledModel.SourceBias bias) {
    Map<Integer, List<PooledModel.CellReport>> byCell = new LinkedHashMap<>();
    for (PooledModel.CellReport report : reports) {
      byCell.computeIfAbsent(report.cell(), name -> new ArrayList<>()).add(report);
    }
    List<PooledModel.CellReport> used = new ArrayList<>();
    List<Integer> leftOut = new ArrayList<>();
    Map<Integer, List<PooledModel.CellReport>> sets = new LinkedHashMap<>();
    byCell.forEach(
        (name, own) -> {
          CensoredReports ends =
              CensoredReports.of(own.stream().map(PooledModel.CellReport::report).toList(), scale);
          if (ends.twoSided() == 0) {
            leftOut.add(name);
          } else if (ends.isSetOnly()) {
            sets.put(name, List.copyOf(own));
          } else {
            used.addAll(own);
          }
        });
    return new PooledData(used, List.copyOf(leftOut), sets, scale, bias);
  }

  private static int number(Map<Integer, Integer> numbers, int name) {
    Integer known = numbers.putIfAbsent(name, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  int size() {
    return cell.length;
  }

  int cells() {
    return cellNames.size();
  }

  int biases() {
    return sourceNames.size();
  }

  int cellName(int index) {
    return cellNames.get(index);
  }

  int sourceName(int index) {
    return sourceNames.get(index);
  }

  List<Integer> leftOut() {
    return leftOut;
  }

  int reportsOf(int index) {
    return (int) Arrays.stream(cell).filter(c -> c == index).count();
  }

  int degrees() {
    return Math.max(1, ends.twoSided() - unknowns());
  }

  private int unknowns() {
    return cells() + Math.max(0, biases() - 1);
  }

  double smallestVariance() {
    return Samples.min(ends.v);
  }

  /** The largest distance between ends of reports on one cell, or the width of a report. */
  double range() {
    double[] low = new double[cells()];
    double[] high = new double[cells()];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    double range = ends.widest();
    for (int i = 0; i < size(); i++) {
      for (double end : new double[] {ends.low[i], ends.high[i]}) {
        if (!Double.isInfinite(end)) {
          low[cell[i]] = Math.min(low[cell[i]], end);
          high[cell[i]] = Math.max(high[cell[i]], end);
        }
      }
      range = Math.max(range, high[cell[i]] - low[cell[i]]);
    }
    return range;
  }

  Optional<ConsensusReason> whyNotIdentified() {
    if (size() == 0) {
      return Optional.of(whyEmpty());
    }
    if (bias == PooledModel.SourceBias.PER_SOURCE && parts() > 1) {
      return Optional.of(ConsensusReason.DISCONNECTED);
    }
    if (ends.twoSided() <= unknowns()) {
      return Optional.of(ConsensusReason.TOO_FEW_VALUES);
    }
    return smallestVariance() > 0 ? Optional.empty() : whyNoSpread();
  }

  private ConsensusReason whyEmpty() {
    if (!sets.isEmpty()) {
      return ConsensusReason.ONLY_OVERLAPPING_INTERVALS;
    }
    return leftOut.isEmpty() ? ConsensusReason.NO_VALUES : ConsensusReason.ONLY_BOUNDS;
  }

  Map<Integer, List<PooledModel.CellReport>> sets() {
    return sets;
  }

  /** The position of a source among the biases, or -1. */
  int biasOf(int name) {
    return sourceNames.indexOf(name);
  }

  /** Where the reports on every cell are compatible with one number, any spread is possible. */
  private Optional<ConsensusReason> whyNoSpread() {
    double[] highestLow = new double[cells()];
    double[] lowestHigh = new double[cells()];
    Arrays.fill(highestLow, Double.NEGATIVE_INFINITY);
    Arrays.fill(lowestHigh, Double.POSITIVE_INFINITY);
    boolean exact = false;
    for (int i = 0; i < size(); i++) {
      if (ends.v[i] == 0) {
        highestLow[cell[i]] = Math.max(highestLow[cell[i]], ends.low[i]);
        lowestHigh[cell[i]] = Math.min(lowestHigh[cell[i]], ends.high[i]);
        exact |= ends.low[i] == ends.high[i];
      } else {
        return Optional.empty();
      }
    }
    for (int c = 0; c < cells(); c++) {
      if (highestLow[c] > lowestHigh[c]) {
        return Optional.empty();
      }
    }
    return Optional.of(
        exact ? ConsensusReason.NO_SPREAD : ConsensusReason.ONLY_OVERLAPPING_INTERVALS);
  }

  /** The number of parts into which two-sided reports connect cells and sources. */
  private int parts() {
    int[] parent = new int[cells() + biases()];
    Arrays.setAll(parent, i -> i);
    for (int i = 0; i < size(); i++) {
      if (!Double.isInfinite(ends.low[i]) && !Double.isInfinite(ends.high[i])) {
        parent[root(parent, cell[i])] = root(parent, cells() + source[i]);
      }
    }
    Map<Integer, Integer> roots = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      roots.put(root(parent, i), i);
    }
    return roots.size();
  }

  private static int root(int[] parent, int of) {
    int at = of;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}

package org.crosstally.agreement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What many sources say about many objects. Each source says at most one number about an object;
 * objects and sources are ordered by their ids, whole numbers by their size and before other texts,
 * whatever the order of the claims.
 *
 * <p>Immutable.
 */
public final class Claims {
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Comparator<String> IDS =
      Comparator.comparing((String id) -> !DIGITS.matcher(id).matches())
          .thenComparing(id -> DIGITS.matcher(id).matches() ? new BigInteger(id) : BigInteger.ZERO)
          .thenComparing(Comparator.naturalOrder());

  private final List<String> objects;
  private final List<String> sources;
  private final int[][] sourcesOf;
  private final double[][] valuesOf;

  /**
   * One number that a source states about an object.
   *
   * @param object the id of the object
   * @param source the id of the source
   * @param value the number, finite
   */
  public record Claim(String object, String source, double value) {
    /**
     * Checks the number.
     *
     * @param object the id of the object
     * @param source the id of the source
     * @param value the number
     * @throws IllegalArgumentException if the number is not finite
     */
    public Claim {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "a claim is a finite number: " + value + " of source '" + source + "'");
      }
    }
  }

  private Claims(
      List<String> objects, List<String> sources, int[][] sourcesOf, double[][] valuesOf) {
    this.objects = objects;
    this.sources = sources;
    this.sourcesOf = sourcesOf;
    this.valuesOf = valuesOf;
  }

  /**
   * Collects claims.
   *
   * @param claims the claims, in any order
   * @return the claims by object and source
   * @throws IllegalArgumentException if a source states two numbers about one object
   */
  public static Claims of(List<Claim> claims) {
    SortedMap<String, SortedMap<String, Double>> byObject = new TreeMap<>(IDS);
    SortedSet<String> sources = new TreeSet<>(IDS);
    for (Claim claim : claims) {
      sources.add(claim.source());
      Double before =
          byObject
              .computeIfAbsent(claim.object(), key -> new TreeMap<>(IDS))
              .put(claim.source(), claim.value());
      if (before != null) {
        throw new IllegalArgumentException(
            "source '"
                + claim.source()
                + "' states two numbers about '"
                + claim.object()
                + "': "
                + before
                + " and "
                + claim.value());
      }
    }
    Map<String, Integer> indexes = new HashMap<>();
    sources.forEach(source -> indexes.put(source, indexes.size()));
    List<int[]> sourcesOf = new ArrayList<>();
    List<double[]> valuesOf = new ArrayList<>();
    byObject.forEach(
        (object, values) -> {
          sourcesOf.add(values.keySet().stream().mapToInt(indexes::get).toArray());
          valuesOf.add(values.values().stream().mapToDouble(Double::doubleValue).toArray());
        });
    return new Claims(
        List.copyOf(byObject.keySet()),
        List.copyOf(sources),
        sourcesOf.toArray(int[][]::new),
        valuesOf.toArray(double[][]::new));
  }

  /**
   * The objects.
   *
   * @return their ids in order
   */
  public List<String> objects() {
    return objects;
  }

  /**
   * The sources.
   *
   * @return their ids in order
   */
  public List<String> sources() {
    return sources;
  }

  /**
   * The number of claims.
   *
   * @return the number of claims
   */
  public int size() {
    return Arrays.stream(valuesOf).mapToInt(values -> values.length).sum();
  }

  int[] sourcesOf(int object) {
    return sourcesOf[object];
  }

  double[] valuesOf(int object) {
    return valuesOf[object];
  }

  /** The number of claims of each source. */
  int[] counts() {
    int[] counts = new int[sources.size()];
    for (int[] indexes : sourcesOf) {
      for (int index : indexes) {
        counts[index]++;
      }
    }
    return counts;
  }
}

package org.crosstally.figure;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The values of a figure's dimensions, such as {@code place=KOR, sex=female}. A dimension without a
 * value means the total over it; it is left out, so that a table with a further blank column
 * describes the same cells.
 *
 * <p>Immutable; ordered by name, then by value.
 *
 * @param values the dimension values by name, none of them blank
 */
public record Dimensions(SortedMap<String, String> values) implements Comparable<Dimensions> {
  private static final Dimensions NONE = new Dimensions(Collections.emptySortedMap());
  private static final Comparator<Map.Entry<String, String>> ENTRIES =
      Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue());

  /**
   * Copies the map without its blank values, and without blanks around names and values.
   *
   * @param values the dimension values by name, none of them blank
   * @throws IllegalArgumentException if a name is blank
   */
  public Dimensions {
    SortedMap<String, String> copy = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          if (name.isBlank()) {
            throw new IllegalArgumentException("a dimension needs a name");
          }
          if (!value.isBlank()) {
            copy.put(name.strip(), value.strip());
          }
        });
    values = Collections.unmodifiableSortedMap(copy);
  }

  /**
   * The total over all dimensions.
   *
   * @return dimensions without any value
   */
  public static Dimensions none() {
    return NONE;
  }

  /**
   * Dimensions with the given values.
   *
   * @param values value by name; a blank value means the total
   * @return the dimensions
   */
  public static Dimensions of(Map<String, String> values) {
    return values.isEmpty() ? NONE : new Dimensions(new TreeMap<>(values));
  }

  /**
   * The value of one dimension.
   *
   * @param name the name of a dimension
   * @return its value; empty for the total over it
   */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * These dimensions with one value changed.
   *
   * @param name the name of a dimension
   * @param value its new value; blank for the total
   * @return the changed copy
   */
  public Dimensions with(String name, String value) {
    SortedMap<String, String> copy = new TreeMap<>(values);
    copy.put(name, value);
    return new Dimensions(copy);
  }

  @Override
  public int compareTo(Dimensions other) {
    Iterator<Map.Entry<String, String>> mine = values.entrySet().iterator();
    Iterator<Map.Entry<String, String>> theirs = other.values.entrySet().iterator();
    while (mine.hasNext() && theirs.hasNext()) {
      int order = ENTRIES.compare(mine.next(), theirs.next());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(mine.hasNext(), theirs.hasNext());
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}

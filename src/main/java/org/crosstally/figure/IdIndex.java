package org.crosstally.figure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * On which line each id stood first. A map of the JDK spends 56 bytes on an id where this one
 * spends 16; where ids were made to have the same hash, it becomes such a map, which does not slow
 * down.
 */
final class IdIndex {
  private static final int MOST_STEPS = 200;

  private @Nullable String[] ids = new @Nullable String[1 << 10];
  private int[] lines = new int[1 << 10];
  private int size;
  private @Nullable Map<String, Integer> map;

  /**
   * Notes an id.
   *
   * @return the line on which it stood before; 0 if it is new
   */
  int put(String id, int line) {
    if (map == null && 2 * size >= ids.length) {
      grow(2 * ids.length);
    }
    if (map != null) {
      Integer earlier = map.putIfAbsent(id, line);
      return earlier == null ? 0 : earlier;
    }
    int mask = ids.length - 1;
    int place = spread(id.hashCode()) & mask;
    for (int step = 0; step < MOST_STEPS; step++) {
      String other = ids[place];
      if (other == null) {
        ids[place] = id;
        lines[place] = line;
        size++;
        return 0;
      }
      if (other.equals(id)) {
        return lines[place];
      }
      place = (place + 1) & mask;
    }
    toMap();
    return put(id, line);
  }

  /** Hashes of ids that count up lie close together; the steps between them must not. */
  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  private void grow(int capacity) {
    @Nullable String[] oldIds = ids;
    int[] oldLines = lines;
    ids = new @Nullable String[capacity];
    lines = new int[capacity];
    size = 0;
    for (int i = 0; i < oldIds.length; i++) {
      String id = oldIds[i];
      if (id != null) {
        put(id, oldLines[i]);
      }
    }
  }

  private void toMap() {
    Map<String, Integer> all = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      String id = ids[i];
      if (id != null) {
        all.put(id, lines[i]);
      }
    }
    map = all;
    ids = Arrays.copyOf(ids, 0);
    lines = new int[0];
  }
}

package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;

/** Places for labels in a column: none overlaps another, and each is as near as it can be. */
final class Stack {

  private Stack() {}

  /** Labels that touch one another and move together. */
  private record Block(double sum, int size) {
    double mean() {
      return sum / size;
    }

    Block with(Block other) {
      return new Block(sum + other.sum, size + other.size);
    }
  }

  /**
   * The places with the least sum of squared shifts. With {@code z = place - i pitch} the distance
   * becomes an order, and the solution is the isotonic regression of the wanted places, by pooling
   * adjacent violators, brought within the ends (Robertson, Wright and Dykstra, Order Restricted
   * Statistical Inference, 1988).
   *
   * @param wanted the wanted places, not descending
   * @param pitch the least distance between two labels
   * @param low the first possible place
   * @param high the last possible place; there is room for all
   */
  static List<Double> spread(List<Double> wanted, double pitch, double low, double high) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Block block = new Block(wanted.get(i) - i * pitch, 1);
      while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).mean() >= block.mean()) {
        block = blocks.remove(blocks.size() - 1).with(block);
      }
      blocks.add(block);
    }
    double most = high - (wanted.size() - 1) * pitch;
    List<Double> places = new ArrayList<>();
    for (Block block : blocks) {
      double z = Math.max(low, Math.min(most, block.mean()));
      for (int i = 0; i < block.size(); i++) {
        places.add(z + places.size() * pitch);
      }
    }
    return places;
  }

  /** How many labels have room. */
  static int room(double pitch, double low, double high) {
    return high < low ? 0 : 1 + (int) Math.floor((high - low) / pitch + 1e-9);
  }
}

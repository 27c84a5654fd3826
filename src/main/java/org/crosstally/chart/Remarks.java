package org.crosstally.chart;

/** Collects the sentences of a description. */
final class Remarks {
  private final StringBuilder sentences = new StringBuilder();

  Remarks(String first) {
    sentences.append(first);
  }

  Remarks add(String sentence) {
    sentences.append(sentence.isBlank() ? "" : " " + sentence.strip());
    return this;
  }

  /** A sentence on a number of things; none where there are none. */
  Remarks add(int count, String one, String many, String rest) {
    return count == 0 ? this : add(Words.counted(count, one, many) + rest);
  }

  @Override
  public String toString() {
    return sentences.toString();
  }
}

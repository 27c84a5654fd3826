package org.crosstally.figure;

/**
 * Somebody who states figures.
 *
 * @param id the id that figures refer to
 * @param name the name to print
 * @param kind what kind of source it is
 */
public record Source(String id, String name, Kind kind) {

  /**
   * What kind of source somebody is, and with it whether a figure without a named origin is their
   * own count.
   */
  public enum Kind {
    /** An office that counts. */
    OFFICIAL("official"),
    /** A survey, which counts its respondents. */
    SURVEY("survey"),
    /** An analyst, who works with the counts of others. */
    ANALYSIS("analysis"),
    /** The press, which relays the counts of others. */
    PRESS("press"),
    /** Nothing is said about the source. */
    UNSTATED("");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /**
     * The word in {@code sources.csv}.
     *
     * @return the code in lower case; blank for {@link #UNSTATED}
     */
    public String code() {
      return code;
    }

    /**
     * Whether a figure that names no origin is taken as this source's own count.
     *
     * @return true for offices, surveys and sources of which nothing is said
     */
    public boolean counts() {
      return this != ANALYSIS && this != PRESS;
    }

    /**
     * Reads the word of {@code sources.csv}.
     *
     * @param text {@code official}, {@code survey}, {@code analysis}, {@code press} or blank
     * @return the kind
     * @throws TextFormatException if the text is another
     */
    public static Kind parse(String text) {
      for (Kind kind : values()) {
        if (kind.code.equals(text)) {
          return kind;
        }
      }
      throw new TextFormatException(
          text, "not a kind of source", "official, survey, analysis, press, or blank");
    }
  }
}

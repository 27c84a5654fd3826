package org.crosstally.figure;

/** What a figure claims to be. The names follow the observation status of SDMX. */
public enum Status {
  /** Counted or measured, and not marked as anything else. */
  OBSERVED("observed"),
  /** Counted, and announced as subject to revision. */
  PROVISIONAL("provisional"),
  /** Said about a time that was not over. */
  FORECAST("forecast");

  private final String code;

  Status(String code) {
    this.code = code;
  }

  /**
   * The word in a figure table.
   *
   * @return the code in lower case
   */
  public String code() {
    return code;
  }

  /**
   * Reads the word of a figure table.
   *
   * @param text {@code observed}, {@code provisional} or {@code forecast}
   * @return the status
   * @throws TextFormatException if the text is another
   */
  public static Status parse(String text) {
    for (Status status : values()) {
      if (status.code.equals(text)) {
        return status;
      }
    }
    throw new TextFormatException(text, "not a status", "observed, provisional, forecast");
  }
}

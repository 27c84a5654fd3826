package org.crosstally.figure;

/**
 * Text that is not what it should be: what was read, why it is refused, and what is accepted
 * instead.
 */
public final class TextFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The text as read. */
  private final String text;

  /** What is wrong with it. */
  private final String reason;

  /** What is accepted. */
  private final String accepted;

  /**
   * Describes refused text.
   *
   * @param text the text as read
   * @param reason what is wrong with it
   * @param accepted what is accepted
   */
  public TextFormatException(String text, String reason, String accepted) {
    super("'" + Excerpt.of(text) + "': " + reason + "; accepted: " + accepted);
    this.text = text;
    this.reason = reason;
    this.accepted = accepted;
  }

  /**
   * The offending text.
   *
   * @return the text as read
   */
  public String text() {
    return text;
  }

  /**
   * What is wrong with the text.
   *
   * @return a clause without the text itself
   */
  public String reason() {
    return reason;
  }

  /**
   * What is accepted.
   *
   * @return a list of accepted forms
   */
  public String accepted() {
    return accepted;
  }
}

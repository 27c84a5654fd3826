package org.crosstally.report;

import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Document;
import org.crosstally.figure.Period;

/**
 * A document as an entry of a bibliography.
 *
 * @param key its citation key: the id of the document where it is made of letters of ASCII, digits,
 *     {@code -}, {@code _}, {@code :} and {@code .}; otherwise the id with a hyphen in place of
 *     other characters, and eight digits of a checksum of the id behind it
 * @param document the document
 * @param authors the names of the sources that state figures in it, in their natural order
 * @param published when it was published, a day, month or year; empty where its figures have no
 *     date, or several
 */
public record Reference(
    String key, Document document, List<String> authors, Optional<Period> published) {

  /**
   * Copies the authors.
   *
   * @param key its citation key
   * @param document the document
   * @param authors the names of the sources that state figures in it
   * @param published when it was published
   */
  public Reference {
    authors = List.copyOf(authors);
  }
}

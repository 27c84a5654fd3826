package org.crosstally.report;

/** Which program a BibTeX file is for. */
public enum BibliographyDialect {
  /**
   * BibTeX with its classic styles: {@code @misc}, the address as {@code howpublished}, text in
   * ASCII.
   */
  BIBTEX,
  /** biblatex with Biber: {@code @online} with {@code date} and {@code url}, text as it is. */
  BIBLATEX
}

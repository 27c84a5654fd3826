package org.crosstally.report;

/** How text beyond ASCII is written in LaTeX and BibTeX. */
public enum LatexText {
  /**
   * In ASCII, so that any engine takes it: accents as commands ({@code \'{e}}), dashes, quotes and
   * usual symbols as what LaTeX has for them, Greek letters as mathematics. A character that these
   * do not cover, Hangul say, is named by its code, {@code [U+D0C8]}: nothing is lost in silence.
   */
  ASCII,
  /**
   * As it is, for XeLaTeX and LuaLaTeX with a font that has the letters. These engines say only in
   * their log that a font has none.
   */
  UNICODE
}

package org.crosstally.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crosstally.figure.DecimalMark;

/**
 * What a reader was told about its files.
 *
 * @param charset how characters are encoded
 * @param separator the character between cells
 * @param decimalMark the decimal mark of values
 * @param names the name that stands for the name of a column in the file
 * @param constants texts of columns that the file does not have
 */
record ReaderOptions(
    Charset charset,
    FieldSeparator separator,
    DecimalMark decimalMark,
    Map<String, String> names,
    Map<String, String> constants) {

  static final ReaderOptions DEFAULTS =
      new ReaderOptions(
          StandardCharsets.UTF_8, FieldSeparator.COMMA, DecimalMark.POINT, Map.of(), Map.of());

  ReaderOptions with(Charset value) {
    return new ReaderOptions(value, separator, decimalMark, names, constants);
  }

  ReaderOptions with(FieldSeparator value) {
    return new ReaderOptions(charset, value, decimalMark, names, constants);
  }

  ReaderOptions with(DecimalMark value) {
    return new ReaderOptions(charset, separator, value, names, constants);
  }

  ReaderOptions rename(String inFile, String column) {
    return new ReaderOptions(
        charset, separator, decimalMark, plus(names, inFile, column), constants);
  }

  ReaderOptions constant(String column, String text) {
    return new ReaderOptions(charset, separator, decimalMark, names, plus(constants, column, text));
  }

  /** A file of ids and names has its own columns. */
  ReaderOptions withoutMapping() {
    return new ReaderOptions(charset, separator, decimalMark, Map.of(), Map.of());
  }

  private static Map<String, String> plus(Map<String, String> map, String key, String value) {
    Map<String, String> copy = new LinkedHashMap<>(map);
    if (copy.put(key, value) != null) {
      throw new IllegalArgumentException("the column '" + key + "' was given twice");
    }
    return Collections.unmodifiableMap(copy);
  }
}

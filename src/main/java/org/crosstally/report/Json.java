package org.crosstally.report;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes maps, lists, texts and whole numbers as JSON (RFC 8259), indented by two blanks, in the
 * order in which they are given. What HTML might take for a tag is written by its code.
 */
final class Json {
  private final StringBuilder out = new StringBuilder();

  private Json() {}

  static String write(Object value) {
    Json json = new Json();
    json.value(value, 0);
    return json.out.append('\n').toString();
  }

  private void value(Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      object(map, depth);
    } else if (value instanceof Collection<?> list) {
      array(list, depth);
    } else if (value instanceof Integer number) {
      out.append(number.intValue());
    } else if (value instanceof String text) {
      text(text);
    } else {
      throw new IllegalArgumentException("not a value of JSON here: " + value);
    }
  }

  private void object(Map<?, ?> map, int depth) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    String separator = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      line(depth + 1);
      text((String) entry.getKey());
      out.append(": ");
      value(entry.getValue(), depth + 1);
      separator = ",";
    }
    line(depth);
    out.append('}');
  }

  private void array(Collection<?> list, int depth) {
    out.append('[');
    for (Iterator<?> it = list.iterator(); it.hasNext(); ) {
      line(depth + 1);
      value(it.next(), depth + 1);
      out.append(it.hasNext() ? "," : "");
    }
    if (!list.isEmpty()) {
      line(depth);
    }
    out.append(']');
  }

  private void line(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          boolean isUnfit = c < 0x20 || c == '<' || c == '>' || c == 0x2028 || c == 0x2029;
          out.append(
              isUnfit || isAlone(text, i)
                  ? String.format(java.util.Locale.ROOT, "\\u%04x", (int) c)
                  : c);
        }
      }
    }
    out.append('"');
  }

  /** Half of a pair of surrogates without the other, which UTF-8 cannot say. */
  private static boolean isAlone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}

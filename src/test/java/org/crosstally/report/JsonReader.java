package org.crosstally.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON as RFC 8259 has it, and nothing else; a name that occurs twice is an error. */
final class JsonReader {
  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  static Object read(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value();
    reader.blanks();
    reader.require(reader.at == text.length());
    return value;
  }

  private Object value() {
    blanks();
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    blanks();
    while (text.charAt(at) != '}') {
      blanks();
      String name = string();
      blanks();
      require(text.charAt(at++) == ':');
      require(object.put(name, value()) == null);
      more('}');
    }
    at++;
    return object;
  }

  private List<Object> array() {
    List<Object> array = new ArrayList<>();
    at++;
    blanks();
    while (text.charAt(at) != ']') {
      array.add(value());
      more(']');
    }
    at++;
    return array;
  }

  private void more(char end) {
    blanks();
    if (text.charAt(at) == ',') {
      at++;
      blanks();
      require(text.charAt(at) != end);
    } else {
      require(text.charAt(at) == end);
    }
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    require(text.charAt(at++) == '"');
    while (text.charAt(at) != '"') {
      char c = text.charAt(at++);
      require(c >= 0x20);
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    return out.toString();
  }

  private char escaped() {
    char c = text.charAt(at++);
    if (c == 'u') {
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }
    int index = "\"\\/bfnrt".indexOf(c);
    require(index >= 0);
    return "\"\\/\b\f\n\r\t".charAt(index);
  }

  private BigDecimal number() {
    int start = at;
    while (at < text.length() && "+-0123456789.eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return new BigDecimal(text.substring(start, at));
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void require(boolean condition) {
    if (!condition) {
      throw new AssertionError(
          "no JSON at " + at + ": " + text.substring(Math.max(0, at - 40), at));
    }
  }
}

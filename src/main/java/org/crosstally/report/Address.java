package org.crosstally.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Addresses from files, as far as they may become links. */
final class Address {
  private static final String SAFE =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$&'()*+,;=%[]";

  private Address() {}

  /**
   * An address with the scheme http or https, in which every character that is none of an address
   * is written in per cent.
   *
   * @return the address; empty for any other text
   */
  static Optional<String> link(String url) {
    String text = url.strip();
    String start = text.toLowerCase(Locale.ROOT);
    if (!start.startsWith("http://") && !start.startsWith("https://")) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && SAFE.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
      }
    }
    return Optional.of(out.toString());
  }
}

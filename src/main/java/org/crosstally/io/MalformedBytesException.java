package org.crosstally.io;

import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;

/** Bytes that are no character of the charset, with their place. */
final class MalformedBytesException extends CharacterCodingException {
  private static final long serialVersionUID = 1L;

  private final long position;
  private final String bytes;

  MalformedBytesException(long position, byte[] bytes) {
    this.position = position;
    this.bytes = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
  }

  /** The place of the first of the bytes, counted from 0. */
  long position() {
    return position;
  }

  /** The bytes in hexadecimal digits. */
  String bytes() {
    return bytes;
  }

  @Override
  public String getMessage() {
    return "bytes " + bytes + " at position " + position;
  }
}

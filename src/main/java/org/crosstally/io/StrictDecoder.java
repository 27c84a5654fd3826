package org.crosstally.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes bytes without replacing any: the readers of the JDK either put a replacement character in
 * the place of malformed bytes or do not say where these are.
 */
final class StrictDecoder extends Reader {
  private static final int CAPACITY = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(CAPACITY).limit(0);
  private long read;
  private long delivered;
  private boolean atEnd;

  StrictDecoder(InputStream in, Charset charset) {
    this.in = in;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (length == 1) {
      throw new IllegalArgumentException("a pair of surrogates needs room for two");
    }
    CharBuffer out = CharBuffer.wrap(buffer, offset, length);
    while (out.position() == offset && !atEnd) {
      CoderResult result = decoder.decode(bytes, out, false);
      if (result.isError()) {
        throw malformed(result.length());
      }
      if (result.isUnderflow() && out.position() == offset) {
        fill(out);
      }
      if (delivered == 0 && out.position() > offset && buffer[offset] == BYTE_ORDER_MARK) {
        int count = out.position() - offset - 1;
        System.arraycopy(buffer, offset + 1, buffer, offset, count);
        out.position(offset + count);
        delivered = 1;
      }
    }
    int count = out.position() - offset;
    delivered += count;
    return count == 0 ? -1 : count;
  }

  private void fill(CharBuffer out) throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count > 0) {
      read += count;
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
    if (count < 0) {
      CoderResult result = decoder.decode(bytes, out, true);
      if (result.isError()) {
        throw malformed(result.length());
      }
      decoder.flush(out);
      atEnd = true;
    }
  }

  private MalformedBytesException malformed(int length) {
    byte[] wrong = new byte[Math.min(length, bytes.remaining())];
    long position = read - bytes.remaining();
    bytes.get(wrong);
    return new MalformedBytesException(position, wrong);
  }

  /** The number of characters given out until now. */
  long delivered() {
    return delivered;
  }

  /** Whether the end of the file was met. */
  boolean isAtEnd() {
    return atEnd;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

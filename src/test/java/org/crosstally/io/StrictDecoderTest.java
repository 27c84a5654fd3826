package org.crosstally.io;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Characters are the same wherever the pieces that they are read in end. */
class StrictDecoderTest {
  private static final List<String> CHARACTERS = List.of("a", "é", "부", "\ud83d\ude00", "\n");

  /** Gives out bytes in pieces of random length. */
  private static InputStream inPieces(byte[] bytes, Random random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] buffer, int offset, int length) {
        return super.read(buffer, offset, Math.min(length, 1 + random.nextInt(7)));
      }
    };
  }

  private static String read(StrictDecoder decoder, int room) throws IOException {
    StringBuilder out = new StringBuilder();
    char[] buffer = new char[room];
    for (int n = decoder.read(buffer); n >= 0; n = decoder.read(buffer)) {
      out.append(buffer, 0, n);
    }
    return out.toString();
  }

  @Test
  void textComesThroughUnchanged() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      StringBuilder made = new StringBuilder();
      for (int i = random.nextInt(500); i > 0; i--) {
        made.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
      }
      String text = made.toString();
      for (Charset charset : List.of(UTF_8, UTF_16, UTF_16BE)) {
        byte[] bytes = text.getBytes(charset);
        StrictDecoder decoder = new StrictDecoder(inPieces(bytes, random), charset);

        assertThat(read(decoder, 2 + random.nextInt(20))).isEqualTo(text);
        assertThat(decoder.isAtEnd()).isTrue();
      }
    }
  }

  @Test
  void longTextComesThroughUnchanged() throws IOException {
    String text = "통일부 \ud83d\ude00,".repeat(50_000);

    assertThat(read(new StrictDecoder(inPieces(text.getBytes(UTF_8), new Random(1)), UTF_8), 8_192))
        .isEqualTo(text);
  }

  @Test
  void aByteOrderMarkIsNoText() throws IOException {
    byte[] bytes = "\ufeffa\ufeffb".getBytes(UTF_8);
    assertThat(read(new StrictDecoder(inPieces(bytes, new Random(1)), UTF_8), 8))
        .isEqualTo("a\ufeffb");
  }

  @Test
  void bytesThatAreNoTextAreNamedWithTheirPlace() {
    byte[] bytes = ("부".repeat(50_000) + "x").getBytes(UTF_8);
    bytes[bytes.length - 1] = (byte) 0xFF;

    MalformedBytesException e =
        catchThrowableOfType(
            MalformedBytesException.class,
            () -> read(new StrictDecoder(inPieces(bytes, new Random(1)), UTF_8), 8_192));

    assertThat(e.position()).isEqualTo(150_000);
    assertThat(e.bytes()).isEqualTo("FF");
  }
}

package org.crosstally.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * An image as PNG (ISO/IEC 15948) in RGB of 8 bits. The writer of the platform tries every filter
 * on every line, which takes most of the time of a figure and does not make its flat areas smaller.
 */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final double METRES_PER_INCH = 0.0254;
  private static final byte BITS = 8;
  private static final byte RGB = 2;
  private static final byte METRE = 1;
  private static final int UNFILTERED = 0;

  private PngFile() {}

  /** Of an image that keeps its pixels as whole numbers. */
  static byte[] encode(BufferedImage image, int dpi) throws IOException {
    int perMetre = (int) Math.round(dpi / METRES_PER_INCH);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(image.getWidth()).putInt(image.getHeight());
    header.put(BITS).put(RGB);
    ByteBuffer size = ByteBuffer.allocate(9).putInt(perMetre).putInt(perMetre).put(METRE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    chunk(out, "IHDR", header.array());
    chunk(out, "pHYs", size.array());
    chunk(out, "IDAT", data(image));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] data(BufferedImage image) throws IOException {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int width = image.getWidth();
    byte[] line = new byte[1 + 3 * width];
    line[0] = UNFILTERED;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < width; x++) {
          int pixel = pixels[y * width + x];
          line[3 * x + 1] = (byte) (pixel >> 16);
          line[3 * x + 2] = (byte) (pixel >> 8);
          line[3 * x + 3] = (byte) pixel;
        }
        out.write(line);
      }
    }
    return bytes.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(name);
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}

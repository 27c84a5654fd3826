package org.crosstally.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A scene as an image without transparency, with its resolution written in. */
final class Raster {
  private static final int LINES_PER_STRIP = 64;

  private Raster() {}

  static byte[] png(Scene scene, Page page) throws IOException {
    return PngFile.encode(image(scene, page), page.dpi());
  }

  static byte[] tiff(Scene scene, Page page) throws IOException {
    BufferedImage image = image(scene, page);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType("LZW");
      ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(image);
      IIOMetadata metadata = tags(writer.getDefaultImageMetadata(type, param), page.dpi());
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, metadata), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static BufferedImage image(Scene scene, Page page) {
    BufferedImage image =
        new BufferedImage(page.widthPx(), page.heightPx(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      g.scale(page.widthPx() / page.widthPt(), page.heightPx() / page.heightPt());
      Painter.paint(scene, page, new Onto(g));
    } finally {
      g.dispose();
    }
    return image;
  }

  private static IIOMetadata tags(IIOMetadata metadata, int dpi) throws IIOInvalidTreeException {
    TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
    BaselineTIFFTagSet known = BaselineTIFFTagSet.getInstance();
    directory.addTIFFField(
        new TIFFField(
            known.getTag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT),
            BaselineTIFFTagSet.RESOLUTION_UNIT_INCH));
    directory.addTIFFField(
        new TIFFField(known.getTag(BaselineTIFFTagSet.TAG_ROWS_PER_STRIP), LINES_PER_STRIP));
    for (int tag :
        new int[] {BaselineTIFFTagSet.TAG_X_RESOLUTION, BaselineTIFFTagSet.TAG_Y_RESOLUTION}) {
      long[][] dots = {{dpi, 1}};
      directory.addTIFFField(new TIFFField(known.getTag(tag), TIFFTag.TIFF_RATIONAL, 1, dots));
    }
    return directory.getAsMetadata();
  }
}

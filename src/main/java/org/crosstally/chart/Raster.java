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
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A scene as an image without transparency, with its resolution written in. */
final class Raster {
  private static final String PNG = "javax_imageio_png_1.0";
  private static final double METRES_PER_INCH = 0.0254;
  private static final int LINES_PER_STRIP = 64;

  private Raster() {}

  static byte[] png(Scene scene, Page page) throws IOException {
    return write(image(scene, page), "png", param -> {}, data -> resolution(data, page.dpi()));
  }

  static byte[] tiff(Scene scene, Page page) throws IOException {
    return write(image(scene, page), "tiff", Raster::lzw, data -> tags(data, page.dpi()));
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

  private interface Settings {
    void set(ImageWriteParam param);
  }

  private interface Tags {
    IIOMetadata add(IIOMetadata metadata) throws IIOInvalidTreeException;
  }

  private static byte[] write(BufferedImage image, String format, Settings settings, Tags tags)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      settings.set(param);
      ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(image);
      IIOMetadata metadata = tags.add(writer.getDefaultImageMetadata(type, param));
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, metadata), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static void lzw(ImageWriteParam param) {
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionType("LZW");
    param.setTilingMode(ImageWriteParam.MODE_DEFAULT);
  }

  private static IIOMetadata resolution(IIOMetadata metadata, int dpi)
      throws IIOInvalidTreeException {
    String perMetre = Long.toString(Math.round(dpi / METRES_PER_INCH));
    IIOMetadataNode size = new IIOMetadataNode("pHYs");
    size.setAttribute("pixelsPerUnitXAxis", perMetre);
    size.setAttribute("pixelsPerUnitYAxis", perMetre);
    size.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode(PNG);
    root.appendChild(size);
    metadata.mergeTree(PNG, root);
    return metadata;
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

package org.communitycontracts.reporting.route;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A photo as it is kept: painted anew from what was sent, at most 1,600 points wide and high, without place, camera or anything
 * else that the file told besides. How large it is, is asked before anything of it is read.
 */
public final class Picture {
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int MOST_SIDE = 15_000;
    private static final long MOST_POINTS = 50_000_000;
    private static final int SIDE = 1_600;
    private static final float QUALITY = 0.8f;
    private static final int PATIENCE_SECONDS = 20;
    /** However many are sent at once, so many are painted at once. */
    private static final Semaphore PAINTERS = new Semaphore(2);

    /** What came of a file. */
    public sealed interface Answer {
        @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
        record Painted(byte[] jpeg) implements Answer {}

        /** It is not kept; the key of the sentence that says why. */
        record Refused(String why) implements Answer {}
    }

    private Picture() {}

    /** Paints it anew, or says why not. */
    public static Answer of(byte[] sent) {
        if (sent.length > MOST_BYTES) {
            return new Answer.Refused("photo.heavy");
        }
        PictureFile.Kind kind = PictureFile.kind(sent);
        if (kind == PictureFile.Kind.OTHER) {
            return new Answer.Refused("photo.kind");
        }
        if (PictureFile.isEndless(sent, kind)) {
            return new Answer.Refused("photo.broken");
        }
        try {
            if (!PAINTERS.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return new Answer.Refused("photo.busy");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Refused("photo.busy");
        }
        try {
            return painted(sent, kind, PictureFile.orientation(sent, kind));
        } catch (IOException | RuntimeException broken) {
            return new Answer.Refused("photo.broken");
        } finally {
            PAINTERS.release();
        }
    }

    private static Answer painted(byte[] sent, PictureFile.Kind kind, int orientation) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.format());
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            // What the file says besides the picture is passed over: it may swell when it is unpacked.
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1
                    || height < 1
                    || width > MOST_SIDE
                    || height > MOST_SIDE
                    || (long) width * height > MOST_POINTS) {
                return new Answer.Refused("photo.large");
            }
            ImageReadParam part = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / SIDE);
            part.setSourceSubsampling(step, step, 0, 0);
            return new Answer.Painted(jpeg(upright(reader.read(0, part), orientation)));
        } finally {
            reader.dispose();
        }
    }

    /** On white, no larger than is kept, turned as whoever took it held the camera. */
    private static BufferedImage upright(BufferedImage read, int orientation) {
        double scale = Math.min(1, (double) SIDE / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        boolean isTurned = orientation >= 5;
        BufferedImage painted =
                new BufferedImage(isTurned ? height : width, isTurned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = painted.createGraphics();
        try {
            brush.setColor(java.awt.Color.WHITE);
            brush.fillRect(0, 0, painted.getWidth(), painted.getHeight());
            brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            brush.transform(turn(orientation, width, height));
            brush.drawImage(read, 0, 0, width, height, null);
        } finally {
            brush.dispose();
        }
        return painted;
    }

    /** The eight ways of holding a camera, as EXIF numbers them. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] jpeg(BufferedImage painted) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam way = writer.getDefaultWriteParam();
            way.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            way.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(painted, null, null), way);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

package org.communitycontracts.reporting.route;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Files as people send them, and as nobody should. */
final class PhotoFiles {
    /** What must not be found in what is kept. */
    static final String SECRET = "51.4779N 0.0015W canary";

    private PhotoFiles() {}

    /** Red on the left, blue on the right. */
    static BufferedImage twoColours(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, (x < width / 2 ? Color.RED : Color.BLUE).getRGB());
            }
        }
        return image;
    }

    static byte[] file(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("No " + format + " can be written");
            }
            return out.toByteArray();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    /** A JPEG with an EXIF part that says how the camera was held and where. */
    static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] words = SECRET.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(10 + 8 + 2 + 12 + 4 + words.length);
        exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.putInt(0x4d4d002a).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(words);
        return joined(Arrays.copyOf(jpeg, 2), exif.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    static byte[] chunk(String name, byte[] data) {
        byte[] named = joined(name.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(data.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    /** A PNG with one more chunk after its head. */
    static byte[] with(byte[] png, byte[] chunk) {
        int head = 8 + 25;
        return joined(Arrays.copyOf(png, head), chunk, Arrays.copyOfRange(png, head, png.length));
    }

    static byte[] deflated(int zeros) {
        Deflater deflater = new Deflater(9);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] nothing = new byte[1 << 20];
        byte[] some = new byte[1 << 16];
        for (int left = zeros; left > 0; left -= nothing.length) {
            deflater.setInput(nothing);
            while (!deflater.needsInput()) {
                out.write(some, 0, deflater.deflate(some));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(some, 0, deflater.deflate(some));
        }
        deflater.end();
        return out.toByteArray();
    }

    /** Where the head of the picture stands in a JPEG. */
    private static int frame(byte[] jpeg) {
        for (int at = 2; at < jpeg.length - 1; at++) {
            if ((jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) == 0xc0) {
                return at;
            }
        }
        throw new IllegalArgumentException("This is no plain JPEG");
    }

    /** The same picture, whose head says another size. */
    static byte[] sayingSize(byte[] sent, int width, int height) {
        byte[] other = sent.clone();
        if (PictureFile.kind(sent) == PictureFile.Kind.PNG) {
            ByteBuffer.wrap(other).putInt(16, width).putInt(20, height);
            CRC32 sum = new CRC32();
            sum.update(other, 12, 17);
            ByteBuffer.wrap(other).putInt(29, (int) sum.getValue());
        } else {
            int head = frame(other);
            ByteBuffer.wrap(other).putShort(head + 5, (short) height).putShort(head + 7, (short) width);
        }
        return other;
    }

    /** A JPEG with one more part after its first bytes: its marker, and what it holds. */
    static byte[] withPart(byte[] jpeg, int marker, byte[] data) {
        byte[] head = ByteBuffer.allocate(4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (data.length + 2))
                .array();
        return joined(Arrays.copyOf(jpeg, 2), head, data, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }
}

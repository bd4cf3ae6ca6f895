package org.communitycontracts.reporting.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What becomes of the files that people send as photos: clean pictures of good ones, a sentence for the others. */
class PictureTest {
    private static final String SECRET = "51.4779N 0.0015W canary";

    /** Red on the left, blue on the right. */
    private static BufferedImage twoColours(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, (x < width / 2 ? Color.RED : Color.BLUE).getRGB());
            }
        }
        return image;
    }

    private static byte[] file(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(ImageIO.write(image, format, out)).isTrue();
            return out.toByteArray();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    /** A JPEG with an EXIF part that says how the camera was held and where. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] words = SECRET.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(10 + 8 + 2 + 12 + 4 + words.length);
        exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.putInt(0x4d4d002a).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(words);
        return joined(Arrays.copyOf(jpeg, 2), exif.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] chunk(String name, byte[] data) {
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
    private static byte[] with(byte[] png, byte[] chunk) {
        int head = 8 + 25;
        return joined(Arrays.copyOf(png, head), chunk, Arrays.copyOfRange(png, head, png.length));
    }

    private static byte[] deflated(int zeros) {
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

    private static byte[] painted(byte[] sent) {
        assertThat(Picture.of(sent)).isInstanceOf(Picture.Answer.Painted.class);
        return ((Picture.Answer.Painted) Picture.of(sent)).jpeg();
    }

    private static BufferedImage seen(byte[] sent) {
        try {
            return ImageIO.read(new ByteArrayInputStream(painted(sent)));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String why(byte[] sent) {
        return Picture.of(sent) instanceof Picture.Answer.Refused(String why) ? why : "painted";
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        return colour.getRed() > 200 && colour.getBlue() < 60;
    }

    @Test
    void aLargePhotoIsKeptSmallerAndASmallOneAsItIs() {
        BufferedImage large = seen(file(twoColours(4_000, 3_000), "jpeg"));
        assertThat(large.getWidth()).isEqualTo(1_600);
        assertThat(large.getHeight()).isEqualTo(1_200);
        BufferedImage small = seen(file(twoColours(40, 30), "png"));
        assertThat(small.getWidth()).isEqualTo(40);
        assertThat(isRed(small, 5, 15)).isTrue();
        assertThat(isRed(small, 35, 15)).isFalse();
    }

    @Test
    void nothingThatTheFileTellsBesidesIsKept() {
        byte[] jpeg = withExif(file(twoColours(80, 60), "jpeg"), 1);
        byte[] words = SECRET.getBytes(StandardCharsets.US_ASCII);
        byte[] png = with(
                file(twoColours(80, 60), "png"),
                chunk("tEXt", joined("a\0".getBytes(StandardCharsets.US_ASCII), words)));
        byte[] trailed =
                joined(file(twoColours(80, 60), "jpeg"), ("PK<script>" + SECRET).getBytes(StandardCharsets.US_ASCII));
        for (byte[] sent : List.of(jpeg, png, trailed)) {
            assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(SECRET);
            assertThat(new String(painted(sent), StandardCharsets.ISO_8859_1))
                    .doesNotContain("Exif", "51.4779", "script");
        }
    }

    @Test
    void aPhotoStandsUprightHoweverTheCameraWasHeld() {
        byte[] jpeg = file(twoColours(160, 80), "jpeg");
        // Where the red half is then: left, right, above or below.
        assertThat(isRed(seen(withExif(jpeg, 1)), 10, 40)).isTrue();
        assertThat(isRed(seen(withExif(jpeg, 2)), 150, 40)).isTrue();
        assertThat(isRed(seen(withExif(jpeg, 3)), 150, 40)).isTrue();
        assertThat(isRed(seen(withExif(jpeg, 4)), 10, 40)).isTrue();
        for (int turned : new int[] {5, 6, 7, 8}) {
            BufferedImage upright = seen(withExif(jpeg, turned));
            assertThat(upright.getWidth()).isEqualTo(80);
            assertThat(upright.getHeight()).isEqualTo(160);
            assertThat(isRed(upright, 40, turned < 7 ? 10 : 150))
                    .as("held as %d", turned)
                    .isTrue();
        }
    }

    @Test
    void whatIsNoPhotoIsRefusedByWhatItIsAndNotByItsName() {
        for (String text : List.of(
                "",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<!DOCTYPE html><script>alert(1)</script>",
                "GIF89a",
                "%PDF-1.7",
                "PK\3\4",
                "MZ",
                "RIFF....WEBPVP8 ",
                "....ftypheic")) {
            assertThat(why(text.getBytes(StandardCharsets.ISO_8859_1))).as(text).isEqualTo("photo.kind");
        }
        assertThat(why(file(twoColours(20, 20), "gif"))).isEqualTo("photo.kind");
        assertThat(why(file(twoColours(20, 20), "bmp"))).isEqualTo("photo.kind");
        assertThat(why(joined("GIF89a".getBytes(StandardCharsets.US_ASCII), file(twoColours(20, 20), "jpeg"))))
                .isEqualTo("photo.kind");
        assertThat(why(new byte[Picture.MOST_BYTES + 1])).isEqualTo("photo.heavy");
    }

    @Test
    void whatWouldSwellIsRefusedBeforeItIsPaintedOrItsSwellingPartIsPassedOver() {
        byte[] png = file(twoColours(20, 20), "png");
        byte[] wide = png.clone();
        ByteBuffer.wrap(wide).putInt(16, 50_000).putInt(20, 50_000);
        CRC32 sum = new CRC32();
        sum.update(wide, 12, 17);
        ByteBuffer.wrap(wide).putInt(29, (int) sum.getValue());
        assertThat(why(wide)).isEqualTo("photo.large");

        byte[] jpeg = file(twoColours(20, 20), "jpeg");
        int head = frame(jpeg);
        ByteBuffer.wrap(jpeg).putShort(head + 5, (short) 60_000).putShort(head + 7, (short) 60_000);
        assertThat(why(jpeg)).isEqualTo("photo.large");

        byte[] bomb = deflated(300 << 20);
        byte[] text = joined("a\0\0".getBytes(StandardCharsets.US_ASCII), bomb);
        assertThat(bomb.length).isLessThan(1 << 20);
        painted(with(png, chunk("zTXt", text)));
        painted(with(png, chunk("iCCP", text)));

        byte[] scans = new byte[200];
        for (int at = 0; at < scans.length; at += 2) {
            scans[at] = (byte) 0xff;
            scans[at + 1] = (byte) 0xda;
        }
        assertThat(why(joined(file(twoColours(20, 20), "jpeg"), scans))).isEqualTo("photo.broken");
    }

    /** Where the head of the picture stands in a JPEG. */
    private static int frame(byte[] jpeg) {
        for (int at = 2; at < jpeg.length - 1; at++) {
            if ((jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) == 0xc0) {
                return at;
            }
        }
        throw new AssertionError("A JPEG has a frame");
    }

    @Test
    void brokenFilesEndInASentenceOrAPictureAndNeverInAFault() {
        Random random = new Random(20261130);
        byte[][] good = {withExif(file(twoColours(120, 90), "jpeg"), 6), file(twoColours(120, 90), "png")};
        int painted = 0;
        int refused = 0;
        for (int round = 0; round < 400; round++) {
            byte[] sent = good[round % 2].clone();
            if (round % 4 < 2) {
                sent = Arrays.copyOf(sent, random.nextInt(sent.length));
            } else {
                for (int slips = 1 + random.nextInt(20); slips > 0; slips--) {
                    sent[random.nextInt(sent.length)] = (byte) random.nextInt(256);
                }
            }
            switch (Picture.of(sent)) {
                case Picture.Answer.Painted(byte[] jpeg) -> {
                    assertThat(jpeg).startsWith(0xff, 0xd8);
                    painted++;
                }
                case Picture.Answer.Refused(String why) -> {
                    assertThat(Step.WORDS.has(why)).isTrue();
                    refused++;
                }
            }
        }
        assertThat(painted).isGreaterThan(10);
        assertThat(refused).isGreaterThan(100);
    }
}

package org.communitycontracts.reporting.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.reporting.route.PhotoFiles.SECRET;
import static org.communitycontracts.reporting.route.PhotoFiles.chunk;
import static org.communitycontracts.reporting.route.PhotoFiles.deflated;
import static org.communitycontracts.reporting.route.PhotoFiles.file;
import static org.communitycontracts.reporting.route.PhotoFiles.joined;
import static org.communitycontracts.reporting.route.PhotoFiles.sayingSize;
import static org.communitycontracts.reporting.route.PhotoFiles.twoColours;
import static org.communitycontracts.reporting.route.PhotoFiles.with;
import static org.communitycontracts.reporting.route.PhotoFiles.withExif;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What becomes of the files that people send as photos: clean pictures of good ones, a sentence for the others. */
class PictureTest {
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
        assertThat(why(sayingSize(png, 50_000, 50_000))).isEqualTo("photo.large");
        assertThat(why(sayingSize(file(twoColours(20, 20), "jpeg"), 60_000, 60_000)))
                .isEqualTo("photo.large");

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

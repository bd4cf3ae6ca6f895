package org.communitycontracts.reporting.route;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of a photo before anything of it is painted: what kind of file it is, and how the camera was held. */
final class PictureFile {
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int PNG_HEAD = 8;
    /** More passes over one picture than any camera makes only keep the painter busy. */
    private static final int MOST_SCANS = 40;

    private static final int ORIENTATION = 0x0112;
    private static final int UPRIGHT = 1;

    /** The kinds of files that are taken. */
    enum Kind {
        JPEG,
        PNG,
        OTHER;

        String format() {
            return this == JPEG ? "jpeg" : "png";
        }
    }

    private PictureFile() {}

    /** What kind it is by its first bytes; neither its name nor what the browser says counts. */
    static Kind kind(byte[] sent) {
        if (sent.length >= 4 && (sent[0] & 0xff) == 0xff && (sent[1] & 0xff) == 0xd8 && (sent[2] & 0xff) == 0xff) {
            return Kind.JPEG;
        }
        return sent.length >= PNG_HEAD && ByteBuffer.wrap(sent).getLong() == PNG ? Kind.PNG : Kind.OTHER;
    }

    /** Whether there are more passes over the picture than in any photo. */
    static boolean isEndless(byte[] sent, Kind kind) {
        int scans = 0;
        for (int at = 0; kind == Kind.JPEG && at < sent.length - 1; at++) {
            if ((sent[at] & 0xff) == 0xff && (sent[at + 1] & 0xff) == 0xda) {
                scans++;
            }
        }
        return scans > MOST_SCANS;
    }

    /** How the camera was held, 1 to 8 as EXIF 2.3 numbers it; 1, upright, where the file does not say. */
    static int orientation(byte[] sent, Kind kind) {
        if (kind != Kind.JPEG) {
            return UPRIGHT;
        }
        try {
            return orientation(ByteBuffer.wrap(sent));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | BufferUnderflowException broken) {
            return UPRIGHT;
        }
    }

    private static int orientation(ByteBuffer jpeg) {
        int at = 2;
        while ((jpeg.get(at) & 0xff) == 0xff && (jpeg.get(at + 1) & 0xff) != 0xda) {
            int length = jpeg.getShort(at + 2) & 0xffff;
            boolean isExif = (jpeg.get(at + 1) & 0xff) == 0xe1 && jpeg.getInt(at + 4) == 0x45786966;
            if (isExif) {
                return fromExif(jpeg.slice(at + 10, length - 8));
            }
            at += 2 + Math.max(2, length);
        }
        return UPRIGHT;
    }

    private static int fromExif(ByteBuffer exif) {
        exif.order(exif.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int list = exif.getInt(4);
        int entries = exif.getShort(list) & 0xffff;
        for (int entry = 0; entry < entries; entry++) {
            int at = list + 2 + 12 * entry;
            if ((exif.getShort(at) & 0xffff) == ORIENTATION) {
                int held = exif.getShort(at + 8) & 0xffff;
                return held >= 1 && held <= 8 ? held : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}

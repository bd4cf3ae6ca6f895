package org.communitycontracts.reporting.route;

import static org.communitycontracts.reporting.route.PhotoFiles.SECRET;
import static org.communitycontracts.reporting.route.PhotoFiles.chunk;
import static org.communitycontracts.reporting.route.PhotoFiles.deflated;
import static org.communitycontracts.reporting.route.PhotoFiles.file;
import static org.communitycontracts.reporting.route.PhotoFiles.joined;
import static org.communitycontracts.reporting.route.PhotoFiles.sayingSize;
import static org.communitycontracts.reporting.route.PhotoFiles.twoColours;
import static org.communitycontracts.reporting.route.PhotoFiles.with;
import static org.communitycontracts.reporting.route.PhotoFiles.withExif;
import static org.communitycontracts.reporting.route.PhotoFiles.withPart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A program of its own: 200 files that mean no good, one after the other to the painter of photos. It prints a line for each, {@code what
 * it was; what it had to become; what became of it}; each is made when its turn comes, so that the memory of this small machine is the painter's.
 */
final class HostileUploads {
    static final int FILES = 200;

    private static final String CLEAN = "clean";
    /** It may be a picture or be refused, as long as it is one of both. */
    private static final String EITHER = "either";

    private record Hostile(String what, String becomes, Supplier<byte[]> bytes) {}

    private static final List<Hostile> FILES_SENT = new ArrayList<>();

    private HostileUploads() {}

    public static void main(String[] arguments) throws IOException {
        otherKinds();
        hiddenBehindOthers();
        withSomethingBehind();
        withSomethingBeside();
        swelling();
        broken();
        for (Hostile hostile : FILES_SENT) {
            System.out.println(hostile.what() + "; " + hostile.becomes() + "; "
                    + became(hostile.bytes().get()));
        }
    }

    private static void add(String what, String becomes, Supplier<byte[]> bytes) {
        FILES_SENT.add(new Hostile(what, becomes, bytes));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] jpeg() {
        return file(twoColours(80, 60), "jpeg");
    }

    private static byte[] png() {
        return file(twoColours(80, 60), "png");
    }

    /** Files of other kinds, whatever their names say. */
    private static void otherKinds() {
        List<String> heads = List.of(
                "",
                " ",
                "\0",
                "\377",
                "\377\330",
                "\211PNG",
                "GIF87a",
                "GIF89a",
                "BM",
                "II*\0",
                "MM\0*",
                "RIFF....WEBPVP8 ",
                "....ftypheic",
                "....ftypavif",
                "\0\0\1\0",
                "8BPS",
                "%PDF-1.7",
                "%!PS-Adobe",
                "PK\3\4",
                "PK\5\6",
                "Rar!\32\7",
                "\37\213\b",
                "BZh9",
                "7z\274\257",
                "MZ",
                "\177ELF",
                "\312\376\272\276",
                "#!/bin/sh\n",
                "<?php system($_GET[0]);",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<svg onload='alert(1)'/>",
                "<?xml version='1.0'?><!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>",
                "<!DOCTYPE html><script>alert(1)</script>",
                "<html><body onload=alert(1)>",
                "push graphic-context\nviewbox 0 0 640 480\nfill 'url(https://127.0.0.1/x|ls)'\npop graphic-context",
                "{\"a\":1}",
                "FWS",
                "OggS",
                "ID3",
                "\0asm");
        for (String head : heads) {
            add("another kind: " + head.replaceAll("[^ -~]", ".").replace(';', ','), "photo.kind", () -> bytes(head));
        }
    }

    /** A good picture behind the head of something else. */
    private static void hiddenBehindOthers() {
        for (String head :
                List.of("GIF89a", "%PDF-1.7\n", "PK\3\4", "<svg>", "<!--", "MZ", "#!/bin/sh\n", "\n", "BM", "\0")) {
            add("a JPEG behind another head", "photo.kind", () -> joined(bytes(head), jpeg()));
            add("a PNG behind another head", "photo.kind", () -> joined(bytes(head), png()));
        }
    }

    /** Something behind the end of a good picture. */
    private static void withSomethingBehind() {
        for (String tail : List.of(
                "PK\3\4",
                "<script>alert(1)</script>",
                "<?php system($_GET[0]);",
                "%PDF-1.7",
                "GIF89a",
                "MZ",
                "\177ELF",
                "\0\0\0\0")) {
            add("something behind a JPEG", CLEAN, () -> joined(jpeg(), bytes(tail + SECRET)));
            add("something behind a PNG", CLEAN, () -> joined(png(), bytes(tail + SECRET)));
        }
    }

    /** Where it was taken, by whom, and scripts, in every place where a file can tell something besides. */
    private static void withSomethingBeside() {
        for (int held = 0; held <= 9; held++) {
            int orientation = held;
            add("a position in EXIF, held " + held, CLEAN, () -> withExif(jpeg(), orientation));
        }
        for (int marker : new int[] {0xe1, 0xe3, 0xe4, 0xe5, 0xec, 0xed, 0xef, 0xfe}) {
            add(
                    "a part " + Integer.toHexString(marker) + " in a JPEG",
                    CLEAN,
                    () -> withPart(jpeg(), marker, bytes("http://ns.adobe.com/xap/1.0/\0<script>" + SECRET)));
        }
        for (String name : List.of("tEXt", "eXIf", "prVt", "pHYz", "caNv")) {
            add("a chunk " + name + " in a PNG", CLEAN, () -> with(png(), chunk(name, bytes("a\0<script>" + SECRET))));
        }
        add("a chunk iTXt in a PNG", CLEAN, () -> with(png(), chunk("iTXt", bytes("a\0\0\0\0\0<script>" + SECRET))));
        add(
                "an EXIF list that points at itself",
                CLEAN,
                () -> withPart(jpeg(), 0xe1, bytes("Exif\0\0MM\0*\0\0\0\b\377\377" + SECRET)));
        add(
                "an EXIF list that points outside",
                CLEAN,
                () -> withPart(jpeg(), 0xe1, bytes("Exif\0\0MM\0*\177\377\377\377" + SECRET)));
        add("an EXIF part that ends early", CLEAN, () -> withPart(jpeg(), 0xe1, bytes("Exif\0\0MM")));
    }

    /** Small files that would fill the machine. */
    private static void swelling() {
        for (int[] size : new int[][] {{15_001, 1}, {1, 15_001}, {7_100, 7_100}, {60_000, 60_000}, {65_000, 65_000}}) {
            add(
                    "a JPEG that says " + size[0] + " by " + size[1],
                    "photo.large",
                    () -> sayingSize(jpeg(), size[0], size[1]));
            add(
                    "a PNG that says " + size[0] + " by " + size[1],
                    "photo.large",
                    () -> sayingSize(png(), size[0], size[1]));
        }
        add(
                "a PNG that says 2,147,483,647 squared",
                "photo.large",
                () -> sayingSize(png(), Integer.MAX_VALUE, Integer.MAX_VALUE));
        add("a PNG of negative width", EITHER, () -> sayingSize(png(), -1, 60));
        add("a PNG without width", EITHER, () -> sayingSize(png(), 0, 60));
        add("a JPEG without width", EITHER, () -> sayingSize(jpeg(), 0, 60));
        for (String name : List.of("zTXt", "iCCP", "iTXt")) {
            add(
                    "300 MB in a chunk " + name,
                    CLEAN,
                    () -> with(
                            png(),
                            chunk(
                                    name,
                                    joined(
                                            bytes(name.equals("iTXt") ? "a\0\1\0\0\0" : "a\0\0"),
                                            deflated(300 << 20)))));
        }
        add("300 MB behind the rows of a PNG", EITHER, () -> rows(png(), deflated(300 << 20)));
        add("a PNG of 49,000,000 points", CLEAN, () -> plain("png", false));
        add("a JPEG of 49,000,000 points", CLEAN, () -> plain("jpeg", false));
        add("a JPEG of 49,000,000 points in passes", CLEAN, () -> plain("jpeg", true));
        for (int scans : new int[] {41, 100, 10_000}) {
            add(
                    "a JPEG of " + scans + " passes",
                    "photo.broken",
                    () -> joined(
                            jpeg(),
                            String.join("", Collections.nCopies(scans, "\377\332"))
                                    .getBytes(StandardCharsets.ISO_8859_1)));
        }
        for (int more : new int[] {1, 1_000}) {
            add("a JPEG of more than 10 MB", "photo.heavy", () -> Arrays.copyOf(jpeg(), Picture.MOST_BYTES + more));
            add("a PNG of more than 10 MB", "photo.heavy", () -> Arrays.copyOf(png(), Picture.MOST_BYTES + more));
        }
    }

    /** A PNG whose rows are followed by something else in the same stream. */
    private static byte[] rows(byte[] png, byte[] more) {
        byte[] head = Arrays.copyOf(png, 8 + 25);
        return joined(head, chunk("IDAT", more), chunk("IEND", new byte[0]));
    }

    private static byte[] plain(String format, boolean passes) {
        BufferedImage image = new BufferedImage(7_000, 7_000, BufferedImage.TYPE_BYTE_BINARY);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam way = writer.getDefaultWriteParam();
            if (passes) {
                way.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), way);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Good files, cut off or with wrong bytes in them, the same ones on every day. */
    private static void broken() {
        Random random = new Random(20261201);
        while (FILES_SENT.size() < FILES) {
            boolean isPng = random.nextBoolean();
            boolean isCut = random.nextBoolean();
            long seed = random.nextLong();
            add(
                    (isCut ? "a cut " : "a spoilt ") + (isPng ? "PNG" : "JPEG"),
                    EITHER,
                    () -> spoilt(isPng ? png() : withExif(jpeg(), 6), isCut, seed));
        }
    }

    private static byte[] spoilt(byte[] good, boolean isCut, long seed) {
        Random random = new Random(seed);
        if (isCut) {
            return Arrays.copyOf(good, random.nextInt(good.length));
        }
        for (int slips = 1 + random.nextInt(20); slips > 0; slips--) {
            good[random.nextInt(good.length)] = (byte) random.nextInt(256);
        }
        return good;
    }

    private static String became(byte[] sent) {
        return switch (Picture.of(sent)) {
            case Picture.Answer.Refused(String why) -> why;
            case Picture.Answer.Painted(byte[] kept) -> isClean(kept) ? CLEAN : "not clean";
        };
    }

    /** Whether it is a picture and nothing else: the parts a painter writes, and nothing before, between or behind them. */
    private static boolean isClean(byte[] kept) {
        String text = new String(kept, StandardCharsets.ISO_8859_1);
        if (text.contains("canary") || text.contains("51.4779") || text.contains("script") || text.contains("Exif")) {
            return false;
        }
        try {
            BufferedImage seen = ImageIO.read(new ByteArrayInputStream(kept));
            return seen != null
                    && seen.getWidth() <= 1_600
                    && seen.getHeight() <= 1_600
                    && hasOnlyAPicture(ByteBuffer.wrap(kept));
        } catch (IOException fault) {
            return false;
        }
    }

    private static boolean hasOnlyAPicture(ByteBuffer kept) {
        int at = 2;
        while ((kept.get(at) & 0xff) == 0xff && (kept.get(at + 1) & 0xff) != 0xda) {
            int marker = kept.get(at + 1) & 0xff;
            boolean isKnown = marker == 0xe0 || marker == 0xdb || marker == 0xc0 || marker == 0xc4 || marker == 0xdd;
            if (!isKnown) {
                return false;
            }
            at += 2 + (kept.getShort(at + 2) & 0xffff);
        }
        int ends = 0;
        for (int behind = at; behind < kept.limit() - 1; behind++) {
            ends += (kept.getShort(behind) & 0xffff) == 0xffd9 ? 1 : 0;
        }
        return ends == 1 && (kept.getShort(kept.limit() - 2) & 0xffff) == 0xffd9;
    }
}

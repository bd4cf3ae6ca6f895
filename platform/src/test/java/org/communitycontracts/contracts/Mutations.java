package org.communitycontracts.contracts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Wrong contract files without end, from good ones: the same seed gives the same files. */
final class Mutations {
    private static final Pattern TOKEN = Pattern.compile("[^\\s,{}\\[\\]:\"]+");
    private static final List<String> GOOD = Stream.concat(
                    Stream.of("plains-farm-v2.yaml", "boston-v1.yaml").map(Examples::text),
                    Examples.ofTheGuide().stream())
            .toList();
    private static final List<String> NASTY = List.of(
            "&a",
            "*a",
            "!!int",
            "!",
            "|",
            ">",
            "---",
            "...",
            "%YAML 1.2",
            "<<",
            "? ",
            "- ",
            ": ",
            "\t",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            "#",
            "~",
            "null",
            "true",
            "0",
            "-1",
            "007",
            "1e9",
            "0x1F",
            "99999999999999999999999999",
            "2147483648",
            "999999999",
            "2026-02-30",
            "2199-12-31",
            "1900-01-01",
            "9999 months",
            "9999 full working days",
            "1 working hour",
            "promised date",
            "5 to 2",
            "1 to 9999",
            "nothing",
            "otherwise",
            "02-29",
            "23:00-23:00",
            "GBP",
            "JPY",
            "XXX",
            "10",
            "1.234",
            "none",
            "aim",
            "next visit",
            "100%",
            "due - 1 day",
            "gb",
            "us-ma",
            "de-by",
            "America/New_York",
            "24:00-00:00",
            "00:00-00:01",
            "\u202e",
            "\ud83d\ude00",
            "\u0000",
            "\u0085",
            "\\u0000",
            "999999.99",
            "a".repeat(41),
            "1 " + "working ".repeat(200),
            "1".repeat(500));

    private final RandomGenerator random;

    Mutations(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** A good file after one to four changes that know the grammar. */
    String text() {
        String text = GOOD.get(random.nextInt(10) < 3 ? 0 : random.nextInt(GOOD.size()));
        for (int change = random.nextInt(1, 5); change > 0; change--) {
            text = random.nextInt(3) == 0 ? withLinesChanged(text) : withTokenChanged(text);
        }
        return text;
    }

    /** A good file with its bytes damaged, or no file at all. */
    byte[] bytes() {
        if (random.nextInt(10) == 0) {
            byte[] noise = new byte[random.nextInt(1, 400)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(1, 6); change > 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(random.nextBoolean() ? 128 : 256);
        }
        int end = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
        return Arrays.copyOf(bytes, end);
    }

    private String withTokenChanged(String text) {
        List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
        if (tokens.isEmpty()) {
            return NASTY.get(random.nextInt(NASTY.size()));
        }
        MatchResult token = tokens.get(random.nextInt(tokens.size()));
        String other = switch (random.nextInt(4)) {
            case 0 -> NASTY.get(random.nextInt(NASTY.size()));
            case 1 -> misspelt(token.group());
            case 2 -> "";
            default -> tokens.get(random.nextInt(tokens.size())).group();
        };
        return text.substring(0, token.start()) + other + text.substring(token.end());
    }

    private String misspelt(String word) {
        int at = random.nextInt(word.length());
        char letter = (char) ('a' + random.nextInt(26));
        return word.substring(0, at) + letter + word.substring(random.nextBoolean() ? at : at + 1);
    }

    private String withLinesChanged(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int line = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(random.nextInt(lines.size()), lines.get(line));
            case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
            case 3 ->
                lines.set(line, " ".repeat(random.nextInt(8)) + lines.get(line).strip());
            case 4 -> lines.add(line, "{".repeat(random.nextInt(60)) + NASTY.get(random.nextInt(NASTY.size())));
            default ->
                lines.subList(line, Math.min(lines.size(), line + random.nextInt(1, 6)))
                        .clear();
        }
        return lines.isEmpty() ? "\n" : String.join("\n", lines) + "\n";
    }
}

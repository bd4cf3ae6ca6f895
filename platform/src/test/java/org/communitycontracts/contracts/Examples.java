package org.communitycontracts.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The contract files that tests read, and small changes to them. */
final class Examples {
    private Examples() {}

    /** The example of the contract language: all the kinds of duty but one. */
    static String plainsFarm() {
        return text("plains-farm-v2.yaml");
    }

    static String text(String resource) {
        try (InputStream stream = Objects.requireNonNull(Examples.class.getResourceAsStream(resource))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The examples of the guide, one for each shape of promise. */
    static List<String> ofTheGuide() {
        return Stream.of("choices", "clocks", "exclusions", "rhythms", "measures", "remedies")
                .map(Examples::guide)
                .toList();
    }

    /** An example of the guide by its name. */
    static String guide(String name) {
        try {
            return Files.readString(Path.of("..", "docs", "guide", "examples", name + "-v1.yaml"));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** An example of the guide with the first occurrence of some text changed. */
    static String changed(String name, String from, String to) {
        String text = guide(name);
        if (!text.contains(from)) {
            throw new IllegalArgumentException("The example " + name + " has no " + from);
        }
        return text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
    }

    /** Plains Farm's contract with the first occurrence of some text changed. */
    static String changed(String from, String to) {
        String text = plainsFarm();
        if (!text.contains(from)) {
            throw new IllegalArgumentException("The example has no " + from);
        }
        return text.substring(0, text.indexOf(from)) + to + text.substring(text.indexOf(from) + from.length());
    }

    static ContractFile read(String yaml) {
        return switch (Reading.of("plains-farm.yaml", yaml)) {
            case ContractFile file -> file;
            case Reading.Refused refused -> throw new AssertionError(refused.faults());
        };
    }

    static List<String> faults(String yaml) {
        return switch (Reading.of("plains-farm.yaml", yaml)) {
            case ContractFile file -> List.of();
            case Reading.Refused refused ->
                refused.faults().stream().map(Fault::toString).toList();
        };
    }
}

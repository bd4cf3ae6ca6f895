package org.communitycontracts.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

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

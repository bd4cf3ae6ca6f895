package org.communitycontracts.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.contracts.Reading;

/** Any bytes are a contract or are refused with at least one fault that has a place. */
public final class ContractFuzz {
    private ContractFuzz() {}

    /** Reads a good contract once, so that the first input does not wait for classes and holidays to be loaded. */
    public static void fuzzerInitialize() throws IOException {
        fuzzerTestOneInput(Files.readAllBytes(Path.of("docs/guide/examples/mill-lane-v1.yaml")));
    }

    /** Reads one input; whatever is thrown is a finding. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        switch (Reading.of("fuzz.yaml", bytes)) {
            case ContractFile file -> file.hash();
            case Reading.Refused refused -> {
                if (refused.faults().isEmpty()
                        || refused.faults().stream().anyMatch(fault -> fault.line() < 1 || fault.column() < 1)) {
                    throw new IllegalStateException("Refused without a place");
                }
            }
        }
    }
}

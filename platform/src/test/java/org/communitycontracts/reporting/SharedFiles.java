package org.communitycontracts.reporting;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real files of cities, which lie beside the repository and not in it. */
public final class SharedFiles {
    private SharedFiles() {}

    /** The file, or a test left out, loudly, when it is not there. */
    public static Path file(String name) {
        String named = System.getProperty(
                "CC_SHARED_DATA", System.getenv().getOrDefault("CC_SHARED_DATA", "../../shared/data"));
        Path file = Path.of(named).resolve(name);
        boolean isThere = Files.exists(file);
        if (!isThere) {
            System.out.println("LEFT OUT: " + file + " is not there; set CC_SHARED_DATA to the folder of real files");
        }
        assumeTrue(isThere, () -> file + " is not there");
        return file;
    }
}

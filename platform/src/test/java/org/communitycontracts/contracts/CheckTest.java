package org.communitycontracts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    @TempDir
    private Path folder;

    private final StringBuilder out = new StringBuilder();

    @Test
    void aGoodFileIsSaidToBeInGoodOrder() throws IOException {
        Path file = write("good.yaml", Examples.plainsFarm());
        assertThat(Check.files(List.of(file), out)).isZero();
        assertThat(out.toString())
                .endsWith(file
                        + ": in good order: plains-farm, version 2, 6 clauses, in force from 2026-04-01 until 2027-04-01"
                        + System.lineSeparator());
    }

    @Test
    void everyFaultStandsOnALineOfItsOwnWithItsPlace() throws IOException {
        Path file = write("bad.yaml", Examples.plainsFarm().replace("share: 95", "share: 195"));
        Path second = write("worse.yaml", "");
        assertThat(Check.files(List.of(file, second), out)).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        file
                                + ":31:21: `195` is not a share in whole percent. Write a whole number from 1 to 100, for example"
                                + " `share: 95`.",
                        second + ":1:1: This file is empty. Start with `contract: community-contract/1`.");
    }

    @Test
    void adviceIsPrintedAndRefusesNothing() throws IOException {
        Path file = write("advised.yaml", Examples.changed("hours, calendar: always", "hours, calendar: office"));
        assertThat(Check.files(List.of(file), out)).isZero();
        assertThat(out.toString()).contains(":72:55: advice: `24 hours` runs day and night");
    }

    @Test
    void versionsThatOverlapAreRefusedTogether() throws IOException {
        Path first = write(
                "v1.yaml",
                Examples.plainsFarm()
                        .replace("version: 2", "version: 1")
                        .replace("from: 2026-04-01, ", "from: 2025-04-01, "));
        Path second = write("v2.yaml", Examples.plainsFarm());
        assertThat(Check.files(List.of(first, second), out)).isEqualTo(1);
        assertThat(out.toString()).contains(second + ":5:18: Two versions are in force at once");
    }

    @Test
    void noFileAMissingFileAndAFolderAreWrongUsage() {
        assertThat(Check.files(List.of(), out)).isEqualTo(2);
        assertThat(Check.files(List.of(folder.resolve("none.yaml"), folder), out))
                .isEqualTo(2);
        assertThat(out.toString().lines())
                .containsExactly(
                        "Name one contract file or more: check CONTRACT.yaml",
                        folder.resolve("none.yaml") + " does not exist. Name a contract file.",
                        folder + " is a folder. Name a contract file.");
    }

    @Test
    void aFileOfTenMegabytesIsNotReadWhole() throws IOException {
        Path file = folder.resolve("large.yaml");
        Files.write(file, new byte[10_000_000]);
        assertThat(Check.files(List.of(file), out)).isEqualTo(1);
        assertThat(out.toString()).contains("larger than 64 KiB");
    }

    private Path write(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml);
    }
}

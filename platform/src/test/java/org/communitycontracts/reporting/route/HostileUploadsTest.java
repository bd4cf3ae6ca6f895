package org.communitycontracts.reporting.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 200 hostile files, painted in a machine of their own with 128 MB: refused with their sentence, or clean. */
class HostileUploadsTest {
    private static final int MOST_KILOBYTES = 600_000;
    private static final List<String[]> lines = new ArrayList<>();
    private static int ended;
    private static long most;

    @BeforeAll
    static void allAreSent() throws IOException, InterruptedException {
        Path said = Files.createTempFile("hostile", ".txt");
        Process machine = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileUploads.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        while (!machine.waitFor(20, TimeUnit.MILLISECONDS)) {
            most = Math.max(most, highest(machine.pid()));
        }
        ended = machine.exitValue();
        for (String line : Files.readAllLines(said, StandardCharsets.UTF_8)) {
            lines.add(line.split("; ", -1));
        }
        Files.delete(said);
    }

    /** The most memory that it held so far, native memory included; 0 where the system does not tell. */
    private static long highest(long process) throws IOException {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (java.nio.file.NoSuchFileException gone) {
            return 0;
        }
    }

    @Test
    void everyOneIsRefusedOrClean() {
        Map<String, Integer> became = new TreeMap<>();
        lines.forEach(line -> became.merge(line[line.length - 1], 1, Integer::sum));
        System.out.println("Hostile uploads: " + became + "; at most " + most + " kB");
        assertThat(lines).hasSize(HostileUploads.FILES);
        for (String[] line : lines) {
            String expected = line[1];
            String found = line[2];
            if (expected.equals("either")) {
                assertThat(found.equals("clean") || Step.WORDS.has(found))
                        .as(String.join("; ", line))
                        .isTrue();
            } else {
                assertThat(found).as(line[0]).isEqualTo(expected);
            }
        }
        assertThat(became.keySet()).contains("clean", "photo.broken", "photo.heavy", "photo.kind", "photo.large");
    }

    @Test
    void theMachineHoldsAndItsMemoryStaysBounded() {
        assertThat(ended).isZero();
        assertThat(most).isLessThan(MOST_KILOBYTES);
    }
}

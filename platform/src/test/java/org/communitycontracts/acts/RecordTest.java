package org.communitycontracts.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTest {
    @TempDir
    private Path folder;

    @Test
    void anUntouchedRecordOfTenThousandActsVerifies() throws Exception {
        try (Archive archive = new Archive(folder)) {
            archive.keep(0, 10_000);
            archive.heads.sign(Archive.MORNING);
            assertThat(archive.verified(archive.record("r.jsonl"), archive.heads("h.jsonl")))
                    .startsWith("GOOD")
                    .contains("10,000 acts, chained and unchanged up to number 10,000 as signed on 2026-11-26");
            assertThat(archive.verified(archive.closedRecord("c.jsonl"), archive.heads("h.jsonl")))
                    .as("the same without what is personal")
                    .startsWith("GOOD");
            assertThat(folder.resolve("c.jsonl"))
                    .content()
                    .doesNotContain("Rang about", "0191 ", Archive.person(101).toString());
        }
    }

    @Test
    void oneHundredOfOneThousandPeopleAreErasedAndTheRecordStillVerifies() throws Exception {
        try (Archive archive = new Archive(folder)) {
            archive.keep(0, 500);
            archive.heads.sign(Archive.MORNING);
            Path copy = archive.heads("copy.jsonl");
            archive.keep(500, 1_000);
            for (int number = 100; number < 1_100; number += 10) {
                archive.acts.erase(Archive.COUNCIL, Archive.person(number), Archive.MORNING);
            }
            archive.heads.sign(Archive.MORNING.plus(Duration.ofDays(1)));
            Path record = archive.record("r.jsonl");
            assertThat(archive.verified(record, archive.heads("h.jsonl"), copy))
                    .startsWith("GOOD")
                    .contains("1,100 acts", "300 personal values were erased");
            assertThat(record)
                    .content()
                    .doesNotContain(Archive.person(110).toString(), "lamp “10”")
                    .contains(Archive.person(111).toString(), "lamp “11”");
        }
    }

    @Test
    void manyProgramsKeepAndChainAtOnceAndTheNumbersHaveNoGap() throws Exception {
        try (Archive archive = new Archive(folder);
                var many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> keepers = new ArrayList<>();
            for (int each = 0; each < 8; each++) {
                int from = each * 100;
                keepers.add(many.submit(() -> {
                    archive.database.source().of(Archive.COUNCIL);
                    for (int at = from; at < from + 100; at += 20) {
                        archive.keep(at, at + 20);
                        archive.chaining.run();
                    }
                }));
            }
            for (Future<?> keeper : keepers) {
                keeper.get();
            }
            archive.heads.sign(Archive.MORNING);
            assertThat(archive.verified(archive.record("r.jsonl"), archive.heads("h.jsonl")))
                    .startsWith("GOOD")
                    .contains("800 acts, chained and unchanged up to number 800");
        }
    }

    @Test
    void aDayHasOneHeadHoweverOftenItIsSigned() throws Exception {
        try (Archive archive = new Archive(folder)) {
            archive.heads.sign(Archive.MORNING);
            assertThat(archive.heads.list(Archive.COUNCIL))
                    .as("nothing to sign")
                    .isEmpty();
            archive.keep(0, 3);
            archive.heads.sign(Archive.MORNING);
            archive.keep(3, 5);
            archive.heads.sign(Archive.MORNING.plusSeconds(3_600));
            assertThat(archive.heads.list(Archive.COUNCIL))
                    .singleElement()
                    .satisfies(head -> assertThat(head.number()).isEqualTo(3));
            assertThat(archive.verified(archive.record("r.jsonl"), archive.heads("h.jsonl")))
                    .contains("2 later acts are chained, and no head vouches for them yet");
        }
    }

    @Test
    void headsThatSomebodyElseSignedAreNotBelieved() throws Exception {
        try (Archive archive = new Archive(folder)) {
            archive.keep(0, 3);
            new Heads(archive.sql, archive.chaining, RecordKey.fresh()).sign(Archive.MORNING);
            assertThat(archive.verified(archive.record("r.jsonl"), archive.heads("h.jsonl")))
                    .startsWith("WRONG")
                    .contains("h.jsonl:1: The head of 2026-11-26 is signed with another key");
        }
    }

    @Test
    void aRecordCutShortIsNamedByTheHeadThatKnewMore() throws Exception {
        try (Archive archive = new Archive(folder)) {
            archive.keep(0, 5);
            archive.heads.sign(Archive.MORNING);
            Path record = archive.record("r.jsonl");
            Files.write(record, Files.readAllLines(record).subList(0, 4));
            assertThat(archive.verified(record, archive.heads("h.jsonl")))
                    .contains("The record ends at number 4, and the head of 2026-11-26 was signed for number 5");
        }
    }

    @Test
    void theKeyStaysInItsFileForItsOwnersEyesOnly() throws Exception {
        Path file = folder.resolve("data").resolve("record.key");
        String made = RecordKey.in(file).publicText();
        assertThat(RecordKey.in(file).publicText()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> RecordKey.in(file)).hasMessageContaining("Put it back from a copy");
    }
}

package org.communitycontracts.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.contracts.Fault;
import org.communitycontracts.contracts.Reading;
import org.communitycontracts.contracts.Versions;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.reporting.HappeningsFile;
import org.communitycontracts.reporting.HappeningsLine;
import org.communitycontracts.store.CannotStart;

/** The files and moments named on the command line: read, or refused with file, line and reason. */
final class Inputs {
    private static final long LARGEST_CONTRACT = 1L << 20;

    private Inputs() {}

    /** Every version of one contract, in good order. */
    static List<Contract> contracts(List<Path> files) {
        return contractFiles(files).stream().map(ContractFile::contract).toList();
    }

    static List<ContractFile> contractFiles(List<Path> files) {
        List<ContractFile> read = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Path file : files) {
            switch (Reading.of(file.toString(), bytes(file))) {
                case ContractFile contract -> read.add(contract);
                case Reading.Refused refused -> faults.addAll(refused.faults());
            }
        }
        if (faults.isEmpty()) {
            faults.addAll(Versions.check(read));
        }
        if (!faults.isEmpty()) {
            throw new CannotStart(
                    String.join("\n", faults.stream().map(Fault::toString).toList()));
        }
        long contracts =
                read.stream().map(file -> file.contract().id()).distinct().count();
        if (contracts > 1) {
            throw new CannotStart(
                    "These files are of " + contracts
                            + " different contracts. Name the versions of one contract only; `id` in the file says which it is.");
        }
        return read;
    }

    /** The stories of a file of happenings; any line that cannot be read refuses the whole file. */
    static HappeningsFile happenings(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            HappeningsFile read = HappeningsFile.read(in);
            if (!read.faults().isEmpty()) {
                throw new CannotStart(String.join(
                        "\n",
                        read.faults().stream()
                                .map((HappeningsLine.Fault fault) -> file + ":" + fault)
                                .toList()));
            }
            return read;
        } catch (IOException fault) {
            throw unreadable(file, fault);
        }
    }

    /** A moment as RFC 3339 writes it, with an offset or Z. */
    static Instant moment(String option, String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            if (moment.getYear() < 0 || moment.getYear() > 9998) {
                throw new CannotStart(option + " lies in the years 0 to 9998, not in " + moment.getYear() + ".");
            }
            return moment.toInstant();
        } catch (DateTimeParseException fault) {
            throw new CannotStart(
                    option + " is a moment with its offset, for example 2026-06-30T17:00:00+01:00 or"
                            + " 2026-06-30T16:00:00Z, not \"" + text + "\".",
                    fault);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.size(file) > LARGEST_CONTRACT ? firstBytes(file) : Files.readAllBytes(file);
        } catch (IOException fault) {
            throw unreadable(file, fault);
        }
    }

    /** Enough of an endless file for the reader to say that it is too large. */
    private static byte[] firstBytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes((int) LARGEST_CONTRACT);
        }
    }

    private static CannotStart unreadable(Path file, IOException fault) {
        return fault instanceof NoSuchFileException
                ? new CannotStart("There is no file " + file + ". Check the name and the folder.", fault)
                : new CannotStart("The file " + file + " cannot be read: " + fault.getMessage() + ".", fault);
    }
}

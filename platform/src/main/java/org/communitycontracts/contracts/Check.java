package org.communitycontracts.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.engine.contract.Contract;

/** Checks contract files for the command line: every fault on a line of its own, as {@code file:line:column: words}. */
public final class Check {
    /** All files are contracts in good order. */
    public static final int DONE = 0;

    /** At least one file is refused. */
    public static final int REFUSED = 1;

    /** No file was named, or one cannot be opened. */
    public static final int WRONG_USAGE = 2;

    private final Appendable out;
    private int status = DONE;

    private Check(Appendable out) {
        this.out = out;
    }

    /** Prints what is to be said about these files, versions of one contract together; gives the exit status. */
    public static int files(List<Path> paths, Appendable out) {
        Check check = new Check(out);
        if (paths.isEmpty()) {
            check.say("Name one contract file or more: check CONTRACT.yaml", WRONG_USAGE);
            return check.status;
        }
        List<ContractFile> good = new ArrayList<>();
        for (Path path : paths) {
            check.read(path, good);
        }
        Versions.check(good).forEach(fault -> check.say(fault.toString(), REFUSED));
        return check.status;
    }

    private void read(Path path, List<ContractFile> good) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            String why = Files.isDirectory(path)
                    ? " is a folder."
                    : Files.exists(path) ? " cannot be read." : " does not exist.";
            say(path + why + " Name a contract file.", WRONG_USAGE);
            return;
        }
        switch (reading(path)) {
            case Reading.Refused refused -> refused.faults().forEach(fault -> say(fault.toString(), REFUSED));
            case ContractFile file -> {
                file.advice().forEach(advice -> say(advice.toString().replaceFirst(": ", ": advice: "), DONE));
                say(inGoodOrder(path, file.contract()), DONE);
                good.add(file);
            }
        }
    }

    /** Reads no more of a file than it takes to see that it is too large. */
    private static Reading reading(Path path) {
        try (InputStream stream = Files.newInputStream(path)) {
            return Reading.of(path.toString(), stream.readNBytes(PlainText.LARGEST + 1));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String inGoodOrder(Path path, Contract contract) {
        int clauses = contract.clauses().size();
        return path + ": in good order: " + contract.id() + ", version " + contract.version() + ", " + clauses
                + (clauses == 1 ? " clause, " : " clauses, ")
                + (contract.until() == null
                        ? "in force from " + contract.from()
                        : "in force from " + contract.from() + " until " + contract.until());
    }

    private void say(String line, int found) {
        try {
            out.append(line).append(System.lineSeparator());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        status = Math.max(status, found);
    }
}

package org.communitycontracts.contracts;

/**
 * One thing in a contract file that must be put right, or (as advice) that deserves a second look.
 *
 * @param file the name of the file
 * @param line 1 and up
 * @param column 1 and up, in characters
 * @param path where in the contract: {@code clauses[3].clock.within}; empty for the file as a whole
 * @param message what is wrong, one sentence or two
 * @param whatToWrite what to write instead; empty when the message says it all
 */
public record Fault(String file, int line, int column, String path, String message, String whatToWrite) {

    /** The place as compilers write it, then the words: {@code plains-farm.yaml:14:7: ...}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + words();
    }

    /** What is wrong and what to write, without the place. */
    public String words() {
        return whatToWrite.isEmpty() ? message : message + " " + whatToWrite;
    }
}

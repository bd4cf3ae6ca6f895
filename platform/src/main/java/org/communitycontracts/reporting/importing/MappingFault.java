package org.communitycontracts.reporting.importing;

/**
 * Something wrong with a mapping file, and where.
 *
 * @param line from 1
 * @param column from 1
 */
public record MappingFault(String file, int line, int column, String message) {
    /** As a command line prints it: {@code file:line:column: message}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}

package org.communitycontracts.reporting.importing;

import java.io.Serial;

/** Refuses a whole file, in one sentence that says why; nothing of it was taken in. */
public final class WrongFile extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public WrongFile(String because) {
        super(because);
    }

    /** The sentence for people. */
    public String because() {
        return String.valueOf(getMessage());
    }
}

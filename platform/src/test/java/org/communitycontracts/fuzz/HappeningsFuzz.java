package org.communitycontracts.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.communitycontracts.reporting.HappeningsFile;

/** Any bytes are happenings and faults, line by line. */
public final class HappeningsFuzz {
    private HappeningsFuzz() {}

    /** Reads one input; whatever is thrown, but the refusal of a damaged gzip head, is a finding. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        HappeningsFile.read(new ByteArrayInputStream(bytes));
    }
}

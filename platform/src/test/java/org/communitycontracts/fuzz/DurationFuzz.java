package org.communitycontracts.fuzz;

import java.nio.charset.StandardCharsets;
import org.communitycontracts.engine.clock.Allowance;

/** Any text is a duration or none; one that is reads back as itself. */
public final class DurationFuzz {
    private DurationFuzz() {}

    /** Reads one input; whatever is thrown is a finding. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Allowance.parse(new String(bytes, StandardCharsets.UTF_8)).ifPresent(allowance -> {
            if (!Allowance.parse(allowance.toString()).orElseThrow().equals(allowance)) {
                throw new IllegalStateException("Does not read back: " + allowance);
            }
        });
    }
}

package org.communitycontracts.reporting.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Shows how far an import is: a bar on a terminal, otherwise a plain line every few seconds. */
public final class Progress {
    private static final Duration BAR_EVERY = Duration.ofMillis(200);
    private static final Duration LINE_EVERY = Duration.ofSeconds(5);
    private static final int WIDTH = 30;
    private static final int ROWS_BETWEEN_LOOKS = 256;

    private final Appendable out;
    private final boolean terminal;
    private final InstantSource clock;
    private Instant began = Instant.EPOCH;
    private Instant shown = Instant.EPOCH;
    private long size;

    public Progress(Appendable out, boolean terminal, InstantSource clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Says nothing at all. */
    public static Progress silent() {
        return new Progress(new StringBuilder(), false, () -> Instant.EPOCH);
    }

    void begin(long bytes) {
        size = bytes;
        began = clock.instant();
        shown = began;
    }

    void at(long rows, long bytesRead) {
        if (rows % ROWS_BETWEEN_LOOKS != 0) {
            return;
        }
        Instant now = clock.instant();
        if (Duration.between(shown, now).compareTo(terminal ? BAR_EVERY : LINE_EVERY) >= 0) {
            shown = now;
            show(rows, bytesRead, now);
        }
    }

    void end(long rows, long bytesRead) {
        if (terminal) {
            show(rows, bytesRead, clock.instant());
            say("\n");
        }
    }

    private void show(long rows, long bytesRead, Instant now) {
        double seconds = Math.max(0.001, Duration.between(began, now).toMillis() / 1000.0);
        double share = size <= 0 ? 1 : Math.min(1, (double) bytesRead / size);
        long left = share == 0 ? 0 : Math.round(seconds / share - seconds);
        String figures = String.format(
                Locale.UK,
                "%3.0f %%  %,d rows  %,d rows a second  %s left",
                share * 100,
                rows,
                Math.round(rows / seconds),
                time(left));
        if (terminal) {
            int full = (int) Math.round(share * WIDTH);
            say("\r[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + figures + "   ");
        } else {
            say(figures.strip() + "\n");
        }
    }

    private static String time(long seconds) {
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    private void say(String text) {
        try {
            out.append(text);
            if (out instanceof java.io.Flushable flushable) {
                flushable.flush();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

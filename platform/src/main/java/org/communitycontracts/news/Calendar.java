package org.communitycontracts.news;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.reporting.Story;
import org.communitycontracts.standards.Promised;

/**
 * Promised dates as a calendar (RFC 5545). A date keeps its number when it moves, and with each thing that happened to the
 * report its sequence goes up, so that calendars know the newer one.
 */
final class Calendar {
    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final String host;

    Calendar(String title, String site) {
        host = site.replaceFirst("^https?://", "").replaceAll("[:/].*", "");
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Community Contracts//Promised dates//EN");
        line("CALSCALE:GREGORIAN");
        line("X-WR-CALNAME:" + text(title));
    }

    /** A clock without a due moment has no date. */
    void add(Story story, Promised promised, String page) {
        Instant due = promised.due();
        if (due == null || promised.state() == Verdict.State.SUPERSEDED) {
            return;
        }
        Instant stamp = story.happenings().stream()
                .map(Happening::recorded)
                .max(Instant::compareTo)
                .orElse(story.report().madeAt());
        line("BEGIN:VEVENT");
        line("UID:" + story.report().reference() + "-" + promised.contract() + "-" + promised.clause() + "-"
                + promised.clock() + "-" + promised.cycle() + "@" + host);
        line("DTSTAMP:" + MOMENT.format(stamp));
        line("SEQUENCE:" + (story.happenings().size() - 1));
        line("DTSTART:" + MOMENT.format(due));
        line("SUMMARY:" + text("Promised: " + Notices.title(story.report())));
        line("DESCRIPTION:" + text(promised.by() + " promises: " + promised.promise()));
        line("URL:" + page);
        line("STATUS:" + (promised.state() == Verdict.State.VOID ? "CANCELLED" : "CONFIRMED"));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    byte[] bytes() {
        line("END:VCALENDAR");
        return out.toByteArray();
    }

    private static String text(String plain) {
        return plain.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** Lines are at most 75 bytes; what is longer goes on after a space, and no letter is cut in two. */
    private void line(String text) {
        int written = 0;
        for (int letter : text.codePoints().toArray()) {
            byte[] bytes = Character.toString(letter).getBytes(StandardCharsets.UTF_8);
            if (written + bytes.length > LONGEST_LINE) {
                out.writeBytes("\r\n ".getBytes(StandardCharsets.US_ASCII));
                written = 1;
            }
            out.writeBytes(bytes);
            written += bytes.length;
        }
        out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}

package org.communitycontracts.reporting.mailbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.post.Letter;
import org.communitycontracts.reporting.Asked;
import org.communitycontracts.reporting.Remarks;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.ToldReports;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes an e-mail in, once: as a reply when its subject names a report and it comes from the address that told it, otherwise as a report
 * of its own, answered by a letter with its number and its secret link.
 */
@Component
class MailIn {
    /** The event of a word from whoever told a report, where nothing was asked. */
    private static final String WROTE = "resident_wrote";

    private static final int MOST_OF_ONE_A_DAY = 20;
    private static final Pattern REFERENCE = Pattern.compile("\\b[0-9A-Za-z]{3}-[0-9A-Za-z]{3}-[0-9A-Za-z]{3}\\b");

    private final Words words = Words.beside(MailIn.class);
    private final Councils councils;
    private final Entering entering;
    private final Reports reports;
    private final ToldReports told;
    private final Remarks remarks;
    private final JdbcClient sql;
    private final Sight sight;
    private final TransactionOperations together;

    MailIn(
            Councils councils,
            Entering entering,
            Reports reports,
            ToldReports told,
            Remarks remarks,
            JdbcClient sql,
            Sight sight,
            TransactionOperations together) {
        this.councils = councils;
        this.entering = entering;
        this.reports = reports;
        this.told = told;
        this.remarks = remarks;
        this.sql = sql;
        this.sight = sight;
        this.together = together;
    }

    /** What became of an e-mail. */
    sealed interface Outcome {
        /** It is a report or a reply now, or was already. */
        record Taken() implements Outcome {}

        /** It stays in the mailbox for somebody to look at. */
        record Left(String why) implements Outcome {}
    }

    Outcome take(Mail mail, Instant now) {
        Optional<EmailAddress> from = Optional.ofNullable(mail.from())
                .flatMap(EmailAddress::parse)
                .filter(address -> Letter.isAddress(address.written()));
        if (mail.isAutomatic() || from.isEmpty()) {
            return new Outcome.Left(mail.isAutomatic() ? "it was written by a program" : "it names no sender");
        }
        for (Council council : candidates(mail)) {
            Optional<Outcome> reply = sight.of(council.id(), () -> reply(council, mail, from.get(), now));
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        List<Council> named = candidates(mail);
        return named.size() == 1
                ? sight.of(named.getFirst().id(), () -> report(named.getFirst(), mail, from.get(), now))
                : new Outcome.Left("none of its addresses names a council");
    }

    /** The council that an address names, before the @ or behind a plus; all where none does. */
    private List<Council> candidates(Mail mail) {
        List<Council> all = councils.list();
        List<Council> named = all.stream()
                .filter(council -> mail.to().stream()
                        .map(address -> address.toLowerCase(Locale.ROOT).replaceFirst("@.*", ""))
                        .map(local -> local.substring(local.indexOf('+') + 1))
                        .anyMatch(council.slug()::equals))
                .toList();
        return named.isEmpty() ? all : named;
    }

    private Optional<Outcome> reply(Council council, Mail mail, EmailAddress from, Instant now) {
        Matcher named = REFERENCE.matcher(mail.subject());
        while (named.find()) {
            Optional<Report> own = reports.findAny(council.id(), named.group())
                    .filter(report -> told.told(report)
                            .map(words -> words.who().email())
                            .filter(email -> email.written().equalsIgnoreCase(from.written()))
                            .isPresent());
            if (own.isPresent()) {
                return Optional.of(once(council, mail, now, () -> reply(own.get(), mail, now)));
            }
        }
        return Optional.empty();
    }

    private void reply(Report report, Mail mail, Instant now) {
        boolean isAsked = Asked.in(reports.happenings(report)).isPresent();
        String said = mail.text().isEmpty() ? words.of("nothing") : Entering.shortened(mail.text());
        remarks.add(
                report,
                new Remarks.Entry(
                        isAsked ? Asked.REPLIED : WROTE,
                        Remarks.RESIDENTS,
                        Map.of(),
                        said,
                        mail.photos().stream()
                                .flatMap(photo -> Entering.painted(photo).stream())
                                .findFirst()
                                .orElse(null)),
                _ -> true,
                now);
    }

    private Outcome report(Council council, Mail mail, EmailAddress from, Instant now) {
        if (sentToday(council, from, now) >= MOST_OF_ONE_A_DAY) {
            return new Outcome.Left("its sender has sent " + MOST_OF_ONE_A_DAY + " within a day");
        }
        return once(council, mail, now, () -> entering.enter(council, mail, from, now));
    }

    private long sentToday(Council council, EmailAddress from, Instant now) {
        return sql.sql("""
                        select count(*) from reporting.told
                        where council_id = :council and lower(email) = lower(:email) and email is not null and told_at > :since""")
                .param("council", council.id())
                .param("email", from.written())
                .param("since", Timestamp.from(now.minus(1, ChronoUnit.DAYS)))
                .query(Long.class)
                .single();
    }

    /** Does this in one step with the mark that it was done, unless that mark stands already. */
    private Outcome once(Council council, Mail mail, Instant now, Runnable work) {
        together.executeWithoutResult(_ -> {
            int isNew = sql.sql("""
                            insert into reporting.mail_taken (council_id, mark, taken_at) values (:council, :mark, :now)
                            on conflict do nothing""")
                    .param("council", council.id())
                    .param("mark", mail.id())
                    .param("now", Timestamp.from(now))
                    .update();
            if (isNew == 1) {
                work.run();
            }
        });
        return new Outcome.Taken();
    }
}

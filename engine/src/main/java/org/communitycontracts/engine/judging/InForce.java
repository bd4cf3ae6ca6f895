package org.communitycontracts.engine.judging;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Reciprocal;
import org.jspecify.annotations.Nullable;

/**
 * A clause in one version of its contract, for as long as that version is in force.
 *
 * @param contract the version
 * @param clause the clause
 */
record InForce(Contract contract, Clause clause) {
    /** What is promised; of a pledge of residents, what they pledge. */
    Duty duty() {
        return clause.duty() instanceof Reciprocal pledge ? pledge.pledge() : clause.duty();
    }

    ZoneId zone() {
        return contract.zone();
    }

    LocalDate from() {
        return contract.from();
    }

    @Nullable
    LocalDate until() {
        return contract.until();
    }

    Instant begins() {
        return contract.begins();
    }

    /** The moment from which it is no longer in force; the end of time while no end is set. */
    Instant ends() {
        LocalDate until = contract.until();
        return until == null ? Instant.MAX : until.atStartOfDay(zone()).toInstant();
    }

    boolean isOn(LocalDate day) {
        return !day.isBefore(from()) && isBeforeItsEnd(day);
    }

    boolean isBeforeItsEnd(LocalDate day) {
        LocalDate until = until();
        return until == null || day.isBefore(until);
    }

    /** Which words of which version count; the first step of every reason. */
    String says() {
        return "Version " + contract.version() + " of the contract “" + contract.id() + "” counts. Clause “"
                + clause.id() + "” says: “" + clause.text() + "”";
    }

    /** Every hour of every day, by the contract's wall clock. */
    Calendar dayAndNight() {
        return new Calendar("day and night", zone(), EnumSet.allOf(DayOfWeek.class), 0, 24 * 60, List.of());
    }

    Words words(LocalDate day) {
        return new Words(zone(), day.getYear());
    }

    Verdict verdict(String subject, Conclusion found) {
        boolean broken = found.state() == Verdict.State.BREACHED;
        return new Verdict(
                clause.id(),
                contract.id(),
                contract.version(),
                subject,
                found.clock(),
                found.cycle(),
                found.state(),
                found.start(),
                found.due(),
                found.stopped(),
                0,
                0,
                broken ? found.breachedAt() : null,
                broken ? clause.by().id() : null,
                List.of(),
                null,
                found.share(),
                found.holds(),
                found.why());
    }
}

package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.communitycontracts.engine.contract.Appoint;
import org.jspecify.annotations.Nullable;

/**
 * The appointments made on one report under one version of a clause.
 *
 * @param clause the clause
 * @param duty what is promised
 * @param story the report's entries, in order
 * @param register where its facts are found
 * @param notices the notices that count for the clause
 */
record Diary(InForce clause, Appoint duty, Timeline story, Register register, Notices notices) {
    /** What became of each, in the order in which they were made. */
    List<Conclusion> outcomes() {
        List<Happening> entries = story.happenings().stream()
                .sorted(Comparator.comparing(Happening::at).thenComparingInt(this::rank))
                .toList();
        List<Happening> made = new ArrayList<>();
        List<@Nullable Appointment> diary = new ArrayList<>();
        List<Appointment> open = new ArrayList<>();
        for (Happening entry : entries) {
            open.removeIf(appointment -> !appointment.isOpenAt(entry.at()));
            if (duty.kept().contains(entry.event())) {
                Instant moment = Stop.of(entry, clause.contract(), story).moment();
                open.forEach(appointment -> appointment.visit(moment));
            } else if (entry.event().equals(duty.cancelled()) && !open.isEmpty()) {
                open.getLast().give(entry);
            } else if (entry.event().equals(duty.made())) {
                open.stream()
                        .filter(appointment -> appointment.isOpenBeforeItsSlot(entry.at()))
                        .forEach(appointment -> appointment.give(entry));
                if (isMadeHere(entry)) {
                    Appointment appointment = read(entry);
                    made.add(entry);
                    diary.add(appointment);
                    Stream.ofNullable(appointment).forEach(open::add);
                }
            }
        }
        return settled(made, diary);
    }

    /** At equal times: a visit, then what a provider called off, then what others did, then what was made. */
    private int rank(Happening entry) {
        if (entry.event().equals(duty.cancelled())) {
            return clause.contract().isOutsider(entry.by()) ? 2 : 1;
        }
        return duty.kept().contains(entry.event()) ? 0 : 3;
    }

    /** Whether it was made under this version; one made under the next still takes the place of an older one. */
    private boolean isMadeHere(Happening entry) {
        return clause.contract().isInForceAt(entry.at())
                && clause.clause().when().holds(new Occasion(entry, duty.calendar(), register));
    }

    /** The slot of an appointment; null when it cannot be read. */
    private @Nullable Appointment read(Happening made) {
        Instant from = WrittenMoments.find(made.facts().get("from")).orElse(null);
        Instant until = WrittenMoments.find(made.facts().get("until")).orElse(null);
        return from == null || until == null || until.isBefore(from)
                ? null
                : new Appointment(clause, duty, made, from, until);
    }

    private List<Conclusion> settled(List<Happening> made, List<@Nullable Appointment> diary) {
        Excuses excuses = new Excuses(clause, story);
        List<Conclusion> outcomes = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            Appointment appointment = diary.get(i);
            outcomes.add(
                    appointment == null
                            ? unreadable(made.get(i))
                            : excused(appointment, made.get(i).at(), excuses));
        }
        return outcomes;
    }

    private Conclusion unreadable(Happening made) {
        String slot = "The slot of the appointment cannot be read as two moments, so nothing can be checked.";
        return Conclusion.of(Verdict.State.UNMEASURABLE, made.at(), null, List.of(clause.says(), slot));
    }

    private Conclusion excused(Appointment appointment, Instant made, Excuses excuses) {
        Conclusion outcome = appointment.outcome(register.asOf());
        LocalDate day = appointment.day();
        if (outcome.state() == Verdict.State.MET || outcome.state() == Verdict.State.VOID) {
            return outcome;
        }
        if (notices.isVoid(day)) {
            return outcome.voided("It is not counted: a notice covers that day.");
        }
        return excuses.find(made).map(outcome::voided).orElse(outcome);
    }
}

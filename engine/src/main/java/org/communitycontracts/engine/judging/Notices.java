package org.communitycontracts.engine.judging;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.communitycontracts.engine.clock.Stretch;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.Exclusion.Effect;
import org.jspecify.annotations.Nullable;

/**
 * The notices that count for a clause: declared by the party that may, of a reason the clause names, and not thrown out (S16).
 *
 * @param list in the order in which they were declared
 */
record Notices(List<Notice> list) {
    private static final String CONTESTED = "contested";

    Notices {
        list = List.copyOf(list);
    }

    static Notices of(InForce clause, Register register) {
        List<Notice> found = new ArrayList<>();
        for (Exclusion exclusion : clause.clause().exclusions()) {
            if (exclusion.needs() == Exclusion.Needs.DECLARED_NOTICE) {
                register.of(exclusion.because()).stream()
                        .filter(said -> said.report() == null && mayDeclare(clause, exclusion, said.by()))
                        .filter(said -> exclusion.when().holds(new Occasion(said, clause.dayAndNight(), register)))
                        .filter(said -> stands(clause, exclusion, said, register))
                        .map(said -> Notice.read(said, exclusion, clause.zone()))
                        .flatMap(Optional::stream)
                        .map(notice -> notice.contestedBy(
                                saidOf(notice.declared(), CONTESTED, register, clause.contract()::isOutsider)))
                        .forEach(found::add);
            }
        }
        return new Notices(found);
    }

    /** Those that do one of these things. */
    List<Notice> that(Effect first, Effect... more) {
        Set<Effect> effects = EnumSet.of(first, more);
        return list.stream()
                .filter(notice -> effects.contains(notice.exclusion().effect()))
                .toList();
    }

    /** Whether a case of this day is taken out. */
    boolean isVoid(LocalDate day) {
        return list.stream().anyMatch(notice -> notice.exclusion().effect() == Effect.VOID && notice.covers(day));
    }

    /** The time held by those that do one of these things. */
    List<Stretch> stretches(ZoneId zone, Effect first, Effect... more) {
        return that(first, more).stream().map(notice -> notice.stretch(zone)).toList();
    }

    private static boolean mayDeclare(InForce clause, Exclusion exclusion, @Nullable String party) {
        return exclusion.by() == null
                ? clause.contract().isProvider(party)
                : exclusion.by().equals(party);
    }

    private static boolean stands(InForce clause, Exclusion exclusion, Happening said, Register register) {
        Predicate<@Nullable String> decides =
                party -> exclusion.decidedBy() != null && exclusion.decidedBy().equals(party);
        boolean refused = saidOf(
                        said,
                        Exclusion.REFUSED,
                        register,
                        party -> clause.contract().isOutsider(party) || decides.test(party))
                != null;
        boolean accepted = exclusion.decidedBy() == null || saidOf(said, Exclusion.ACCEPTED, register, decides) != null;
        return !refused && accepted && register.asOf().sees(said);
    }

    /** What somebody who may has said of a notice, naming its reason and when it was declared; null when nobody has. */
    private static @Nullable Happening saidOf(
            Happening notice, String event, Register register, Predicate<@Nullable String> who) {
        return register.of(event).stream()
                .filter(said -> said.report() == null && who.test(said.by()))
                .filter(said -> notice.event().equals(said.facts().get("because")))
                .filter(said -> WrittenMoments.find(said.facts().get("notice_declared"))
                        .filter(notice.at()::equals)
                        .isPresent())
                .findFirst()
                .orElse(null);
    }
}

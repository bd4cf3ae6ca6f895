package org.communitycontracts.scoreboard;

import java.util.List;
import java.util.Optional;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.standards.UsualTime;
import org.jspecify.annotations.Nullable;

/**
 * One clause on a scoreboard.
 *
 * @param clause the promise
 * @param whole its figure over the window; empty when it is too small to be shown
 * @param window the periods of the window; empty where only the whole may be shown
 * @param all every period since the contract began
 * @param later cases that are due after the window and not yet known
 * @param finding how it stands, and over which months that was judged
 * @param usual the time usually taken; null when too few cases ended to say
 */
record Line(
        Clause clause,
        Optional<Period> whole,
        List<Period> window,
        List<Period> all,
        int later,
        Finding finding,
        @Nullable UsualTime usual) {
    Line {
        window = List.copyOf(window);
        all = List.copyOf(all);
    }

    /** Whether anybody counts this promise here. */
    boolean isMeasured() {
        return clause.duty() instanceof Respond;
    }

    boolean isOfResidents() {
        return clause.by().role() == Party.Role.RESIDENT;
    }

    /** How it stands; too few to say when there is no figure. */
    Standing standing() {
        return finding.standing();
    }

    /** The time usually taken in the unit of the promise, where it may be shown. */
    Optional<Taken> taken() {
        return taken(usual == null ? 0 : usual.median());
    }

    /** The time that nine in ten do not exceed. */
    Optional<Taken> takenByNineInTen() {
        return taken(usual == null ? 0 : usual.ninthDecile());
    }

    private Optional<Taken> taken(long seconds) {
        return usual != null
                        && usual.cases() >= Figure.FEWEST
                        && whole.isPresent()
                        && clause.duty() instanceof Respond duty
                ? Optional.of(Taken.of(seconds, duty))
                : Optional.empty();
    }
}

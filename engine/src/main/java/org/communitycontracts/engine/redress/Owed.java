package org.communitycontracts.engine.redress;

import java.time.Instant;
import java.util.Comparator;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Rung;
import org.jspecify.annotations.Nullable;

/**
 * What a breach asks for by one ladder, for one payee, before any cap.
 *
 * @param breach the breach
 * @param ladder which ladder of the clause, from 0
 * @param rung the rung whose grounds hold
 * @param mayRise whether a steeper rung may still be reached by lateness alone
 * @param payee who gets it
 * @param sum how much; nothing when it is no money
 * @param claim whether it was claimed where it must be
 */
record Owed(Breach breach, int ladder, Rung rung, boolean mayRise, Payee payee, Sum sum, Claim claim) {
    /** The order in which caps are used up; those who are paid for one breach stay in the order in which they are. */
    static final Comparator<Owed> ORDER =
            Comparator.comparing(Owed::breach, Breach.ORDER).thenComparingInt(Owed::ladder);

    /** Tells what is owed in one count from the same in another. */
    record Key(String clause, String subject, @Nullable String clock, int cycle, int ladder, Payee payee) {}

    Key key() {
        var verdict = breach.verdict();
        return new Key(breach.clause().id(), verdict.subject(), verdict.clock(), verdict.cycle(), ladder, payee);
    }

    @Nullable
    Payment payment() {
        return rung.remedy().payment();
    }

    /** What is asked of the caps: nothing once a claim has lapsed. */
    Money wanted() {
        return claim.state() == Claim.State.LAPSED ? Money.NONE : sum.amount();
    }

    /** Whether it grows, or changes, with lateness. */
    private boolean accrues() {
        Payment payment = payment();
        return mayRise
                || (payment != null
                        && (payment.further() != null
                                || payment.table().stream().anyMatch(step -> step.after() != null)));
    }

    boolean isFinal() {
        return !breach.isOpen() || !accrues();
    }

    /** The moment from which it is known what is owed: the stop when it accrues, else the breach, the lateness asked for or the claim. */
    Instant known() {
        Instant stopped = breach.verdict().stopped();
        Instant known = accrues() && stopped != null ? stopped : breach.at();
        Allowance lateBy = rung.lateBy();
        if (lateBy != null) {
            known = latest(known, breach.late().boundary(lateBy, rung.remedy().calendar(), 1));
        }
        Instant claimed = claim.at();
        return latest(latest(known, breach.at()), claimed == null ? known : claimed);
    }

    static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

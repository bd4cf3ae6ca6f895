package org.communitycontracts.engine.redress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.contract.DatedMoney;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;

/** Writes what is granted as entitlements, each with its reasons. */
final class Entitlements {
    private final Owed owed;
    private final Wording wording;
    private final List<String> why = new ArrayList<>();

    private Entitlements(Owed owed) {
        this.owed = owed;
        this.wording = owed.breach().wording();
    }

    /** What is no money. */
    static Entitlement deed(Owed owed, Instant asOf) {
        return new Entitlements(owed).deed(asOf);
    }

    /** The money itself. */
    static Entitlement money(Paying paying) {
        return new Entitlements(paying.grant().owed()).sum(paying);
    }

    /** The supplement for paying late; nothing of it when there is none. */
    static Money supplement(Paying paying) {
        Owed owed = paying.grant().owed();
        Payment payment = owed.payment();
        DatedMoney late = payment == null ? null : payment.latePayment();
        return late == null || !paying.isLate()
                ? Money.NONE
                : late.on(owed.breach().day());
    }

    /** That supplement, once, outside all caps. */
    static Entitlement latePayment(Paying paying, Money supplement) {
        return new Entitlements(paying.grant().owed()).late(supplement);
    }

    /** What was paid before its breach was struck out. */
    static Entitlement exGratia(Owed owed, Money paid, Happening struckOut) {
        return new Entitlements(owed).kept(paid, struckOut);
    }

    private Entitlement deed(Instant asOf) {
        Remedy remedy = owed.rung().remedy();
        Allowance within = remedy.within();
        Instant due = within == null
                ? null
                : new Clock(within, remedy.calendar()).due(owed.breach().at(), Holds.NONE);
        why.add(Lead.of(owed.breach(), asOf));
        why.add(Parts.name(owed, owed.breach().holder()) + " owes " + deed(remedy.kind())
                + (due == null ? "." : " by " + wording.end(due) + "."));
        return written(Entitlement.Status.OWED, Money.NONE, owed.isFinal(), due);
    }

    private Entitlement sum(Paying paying) {
        Grant grant = paying.grant();
        why.addAll(owed.sum().why());
        say(owed.claim().told(wording));
        why.addAll(grant.why());
        if (!grant.capped().isNone()) {
            say("So " + wording.money(grant.capped()) + " is left out, and " + wording.money(grant.amount())
                    + " is owed.");
        }
        if (!grant.adjusts().isNone()) {
            say(wording.money(grant.adjusts()) + " of it became free when another breach was struck out.");
        }
        Instant due = paying.due();
        tellPaying(grant.amount(), due);
        Sums sums = new Sums(grant.amount(), grant.capped(), grant.adjusts());
        return written(status(grant), sums, owed.isFinal(), due);
    }

    private Entitlement late(Money supplement) {
        why.add("It was not paid in time, so " + wording.money(supplement)
                + " is owed on top, once. It counts towards no cap.");
        return written(Entitlement.Status.LATE_PAYMENT, supplement, true, null);
    }

    private Entitlement kept(Money paid, Happening struckOut) {
        String because = struckOut.facts().get("because");
        why.add("The breach was struck out on " + wording.moment(struckOut.at())
                + (because == null ? "." : ": " + Wording.plain(because) + "."));
        why.add(wording.money(paid) + " had been paid before. It is not claimed back, and counts towards no cap.");
        return written(Entitlement.Status.EX_GRATIA, paid, true, null);
    }

    /** What no cap touches. */
    private Entitlement written(Entitlement.Status status, Money amount, boolean isFinal, @Nullable Instant due) {
        return written(status, new Sums(amount, Money.NONE, Money.NONE), isFinal, due);
    }

    private Entitlement written(Entitlement.Status status, Sums sums, boolean isFinal, @Nullable Instant due) {
        return new Entitlement(
                owed.breach().clause().id(),
                owed.breach().contract().version(),
                owed.breach().verdict().subject(),
                owed.breach().verdict().clock(),
                owed.breach().verdict().cycle(),
                owed.rung().remedy().kind(),
                status,
                Parts.of(owed, sums.amount()),
                owed.payee().to(),
                owed.payee().name(),
                sums.amount(),
                sums.capped(),
                sums.adjusts(),
                owed.breach().at(),
                isFinal,
                due,
                why);
    }

    /** What is owed, what the caps took of it and what became free of it. */
    private record Sums(Money amount, Money capped, Money adjusts) {}

    private Entitlement.Status status(Grant grant) {
        return switch (owed.claim().state()) {
            case OPEN -> Entitlement.Status.CLAIM_OPEN;
            case LAPSED -> Entitlement.Status.CLAIM_LAPSED;
            case NOT_NEEDED, CLAIMED -> grant.isCappedToNothing() ? Entitlement.Status.CAPPED : Entitlement.Status.OWED;
        };
    }

    private void tellPaying(Money amount, @Nullable Instant due) {
        Payment payment = owed.payment();
        if (payment != null && !payment.payers().isEmpty() && !amount.isNone()) {
            say(Parts.told(owed, amount));
        }
        if (!owed.isFinal()) {
            say("It may still change until the promise is kept.");
        }
        if (due != null) {
            say("It is to be paid by " + wording.end(due) + ".");
        }
        if (payment != null && payment.maySetOff() && !amount.isNone()) {
            say("It may be set off against what the household owes.");
        }
    }

    private void say(String sentence) {
        if (!sentence.isEmpty()) {
            why.add(sentence);
        }
    }

    private static String deed(Remedy.Kind kind) {
        return switch (kind) {
            case PUT_RIGHT -> "a date by which it is put right";
            case REDO -> "the work done again";
            case PRIORITY -> "priority for the case";
            case EXPLANATION, APOLOGY, EXTRA_SERVICE -> "an " + word(kind);
            case WRITTEN_REPLY, MEETING, REVIEW, MONEY -> "a " + word(kind);
        };
    }

    private static String word(Remedy.Kind kind) {
        return Wording.plain(kind.name().toLowerCase(Locale.ROOT));
    }
}

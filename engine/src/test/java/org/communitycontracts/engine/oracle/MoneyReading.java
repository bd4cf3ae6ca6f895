package org.communitycontracts.engine.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.contract.DatedMoney;
import org.communitycontracts.engine.contract.Grade;
import org.communitycontracts.engine.contract.Ladder;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.contract.Rung;
import org.communitycontracts.engine.contract.Score;
import org.communitycontracts.engine.contract.ShareOfTime;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Entitlement;
import org.jspecify.annotations.Nullable;

/**
 * What each breach is worth, one after the other, and what the caps leave of it (S18 to S20).
 *
 * <p>Readings: every cap is that of its clause, use counted over the clause's versions (per_contract: over all clauses); per_report counts
 * all cycles and clocks of a report together; a household cap binds only what goes to households; a claim that may still come uses the
 * caps, a lapsed one does not; a breach struck out has its due moment for a breach; late pay is asked of what is owed and final; what is
 * paid at or before the day counts as paid in time, whatever its amount.
 */
final class MoneyReading {
    private final View view;
    private final List<Verdict> verdicts;

    MoneyReading(View view, List<Verdict> verdicts) {
        this.view = view;
        this.verdicts = verdicts;
    }

    List<Entitlement> entitlements() {
        List<Owed> asIf = owed(true);
        new Caps(asIf).use();
        Map<String, Long> before = new HashMap<>();
        asIf.forEach(one -> before.put(one.key(), one.amount));
        List<Owed> now = owed(false);
        new Caps(now).use();
        List<Entry> entries = new ArrayList<>();
        for (Owed one : now) {
            one.before = Math.min(before.getOrDefault(one.key(), one.amount), one.amount);
            tell(one, entries);
        }
        asIf.stream().filter(one -> isStruckOut(one.verdict)).forEach(one -> exGratia(one, entries));
        return entries.stream()
                .sorted(Comparator.comparing(Entry::order, Owed.AS_WRITTEN))
                .map(Entry::told)
                .toList();
    }

    /** An entitlement and what it is ordered by. */
    private record Entry(Owed order, Entitlement told) {}

    private List<Owed> owed(boolean withStruckOut) {
        List<Owed> all = new ArrayList<>();
        for (View.Promised promised : view.promises()) {
            boolean isFree = promised.clause().strength() == Strength.AIM
                    || promised.clause().strength() == Strength.NONE;
            boolean isOfWindows = promised.duty() instanceof Grade
                    || promised.duty() instanceof Score
                    || promised.duty() instanceof ShareOfTime;
            for (Verdict one : isFree ? List.<Verdict>of() : verdicts) {
                boolean isMine = one.clause().equals(promised.clause().id())
                        && one.contractVersion() == promised.contract().version()
                        && (one.share() == null || isOfWindows);
                boolean isBroken = one.state() == Verdict.State.BREACHED || (withStruckOut && isStruckOut(one));
                Instant breach = one.breachedAt() == null ? one.due() : one.breachedAt();
                if (isMine && isBroken && breach != null) {
                    ladders(promised, one, breach, all);
                }
            }
        }
        return all;
    }

    private boolean isStruckOut(Verdict one) {
        return one.state() == Verdict.State.VOID && one.due() != null && strikeOut(one) != null;
    }

    private @Nullable Happening strikeOut(Verdict one) {
        return view.promises().stream()
                .filter(promised -> promised.clause().id().equals(one.clause())
                        && promised.contract().version() == one.contractVersion())
                .map(promised -> StruckOut.of(view, promised, one.subject()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void ladders(View.Promised promised, Verdict verdict, Instant breach, List<Owed> all) {
        Map<String, String> facts = view.facts(verdict.subject());
        List<Ladder> ladders = promised.clause().remedies();
        for (int i = 0; i < ladders.size(); i++) {
            List<Remedy> given = ladders.get(i).rungs().stream()
                    .filter(rung -> hasGrounds(rung, verdict, breach, facts))
                    .map(Rung::remedy)
                    .toList();
            if (!given.isEmpty()) {
                Remedy first = given.getFirst();
                for (String household : households(first, verdict, facts)) {
                    Owed owed = new Owed(promised, verdict, breach, i, first, facts);
                    owed.household = household.isEmpty() ? null : household;
                    owed.instead = given.stream()
                            .filter(one -> one.kind() != Remedy.Kind.MONEY)
                            .limit(1)
                            .toList();
                    owed.sum = first.payment() == null ? 0 : sum(owed, first.payment());
                    claim(owed);
                    all.add(owed);
                }
            }
        }
    }

    private Set<String> households(Remedy remedy, Verdict verdict, Map<String, String> facts) {
        Set<String> households = new TreeSet<>(Set.of(facts.getOrDefault("household", "")));
        if (remedy.payment() != null && remedy.payment().to() == Payment.To.EVERYONE_AFFECTED) {
            view.of(verdict.subject()).stream()
                    .filter(one -> one.event().equals("affected"))
                    .map(one -> one.facts().get("household"))
                    .filter(Objects::nonNull)
                    .forEach(households::add);
        }
        return households;
    }

    private Instant end(Verdict verdict) {
        return verdict.stopped() == null ? view.validAsOf() : verdict.stopped();
    }

    private boolean hasGrounds(Rung rung, Verdict verdict, Instant breach, Map<String, String> facts) {
        Instant due = verdict.due();
        boolean isLate = rung.lateBy() == null
                || (due != null
                        && new Lateness(view, rung.remedy().calendar(), due, end(verdict)).completed(rung.lateBy())
                                >= 1);
        Instant trigger = verdict.start() == null ? breach : verdict.start();
        return isLate
                && new Fits(view, facts, trigger, view.hours(rung.remedy().calendar())).asks(rung.when())
                && (rung.again() == null || isAgain(rung.again(), rung.remedy(), verdict, breach, facts));
    }

    private boolean isAgain(
            Rung.Again again, Remedy remedy, Verdict verdict, Instant breach, Map<String, String> facts) {
        Instant from = Fits.back(breach.atZone(remedy.calendar().zone()), again.in());
        String same = again.same();
        if (same != null && facts.get(same) == null) {
            return false;
        }
        return verdicts.stream()
                        .filter(one -> one.clause().equals(verdict.clause())
                                && one.state() == Verdict.State.BREACHED
                                && one.share() == null == (verdict.share() == null))
                        .filter(one -> one.breachedAt() != null
                                && one.breachedAt().isAfter(from)
                                && !one.breachedAt().isAfter(breach))
                        .filter(one -> same == null
                                || facts.get(same)
                                        .equals(view.facts(one.subject()).get(same)))
                        .count()
                >= again.breaches();
    }

    private static LocalDate day(Owed owed) {
        return owed.breach.atZone(owed.promised.contract().zone()).toLocalDate();
    }

    static long on(@Nullable DatedMoney money, LocalDate day) {
        long holds = 0;
        for (DatedMoney.From from : money == null ? List.<DatedMoney.From>of() : money.amounts()) {
            holds = from.day().isAfter(day) ? holds : from.amount().minor();
        }
        return holds;
    }

    private long sum(Owed owed, Payment payment) {
        LocalDate day = day(owed);
        Instant due = owed.verdict.due();
        long step = 0;
        for (Payment.Step one : payment.table()) {
            boolean isReached = one.after() == null
                    || (due != null
                            && new Lateness(view, owed.remedy.calendar(), due, end(owed.verdict)).completed(one.after())
                                    >= 1);
            step = isReached ? on(one.amount(), day) : step;
        }
        long sum = on(payment.first(), day) + step + part(owed, payment) + further(owed, payment.further(), day);
        if (sum > 0 && payment.atLeast() != null) {
            sum = Math.max(sum, on(payment.atLeast(), day));
        }
        return payment.atMost() == null ? sum : Math.min(sum, on(payment.atMost(), day));
    }

    private static long part(Owed owed, Payment payment) {
        Payment.PartOf part = payment.partOf();
        String charge = part == null ? null : owed.facts.get(part.fact());
        return part == null || charge == null
                ? 0
                : new BigDecimal(charge).movePointRight(2).longValueExact() * part.percent() / 100;
    }

    private long further(Owed owed, Payment.@Nullable Further further, LocalDate day) {
        Instant from = further == null ? null : further.fromStart() ? owed.verdict.start() : owed.verdict.due();
        if (further == null || from == null) {
            return 0;
        }
        Lateness lateness = new Lateness(view, further.calendar(), from, end(owed.verdict));
        return on(further.amount(), day)
                * (further.started() ? lateness.started(further.per()) : lateness.completed(further.per()));
    }

    private Instant due(Owed owed, Allowance within, Instant from) {
        return DueWalk.of(view.hours(owed.remedy.calendar()), List.of()).due(from, within);
    }

    private void claim(Owed owed) {
        Payment payment = owed.remedy.payment();
        if (payment == null || !payment.claim().onClaim()) {
            return;
        }
        Allowance within = payment.claim().within();
        Instant last = within == null ? Instant.MAX : due(owed, within, owed.breach);
        boolean isClaimed = view.of(owed.verdict.subject()).stream()
                .anyMatch(one -> one.event().equals("claimed")
                        && owed.verdict.clause().equals(one.facts().getOrDefault("clause", owed.verdict.clause()))
                        && !one.at().isAfter(last));
        if (!isClaimed) {
            boolean isLapsed = view.validAsOf().isAfter(last);
            owed.status = isLapsed ? Entitlement.Status.CLAIM_LAPSED : Entitlement.Status.CLAIM_OPEN;
            owed.sum = isLapsed ? 0 : owed.sum;
        }
    }

    private void tell(Owed owed, List<Entry> entries) {
        Payment payment = owed.remedy.payment();
        if (payment == null) {
            entries.add(new Entry(owed, plain(owed, owed.remedy)));
            return;
        }
        boolean grows = payment.further() != null || payment.table().stream().anyMatch(step -> step.after() != null);
        boolean isFinal = owed.verdict.stopped() != null || !grows;
        Instant known = grows && owed.verdict.stopped() != null ? owed.verdict.stopped() : owed.breach;
        Instant payBy = isFinal && payment.payWithin() != null ? due(owed, payment.payWithin(), known) : null;
        boolean isCapped = owed.amount == 0 && owed.sum > 0;
        entries.add(new Entry(
                owed,
                told(
                        owed,
                        isCapped ? Entitlement.Status.CAPPED : owed.status,
                        owed.amount,
                        owed.sum - owed.amount,
                        owed.amount - owed.before,
                        isFinal,
                        payBy)));
        if (isCapped) {
            owed.instead.forEach(other -> entries.add(new Entry(owed, plain(owed, other))));
        }
        long late = on(payment.latePayment(), day(owed));
        boolean isOwed = owed.status == Entitlement.Status.OWED && owed.amount > 0;
        if (isOwed && late > 0 && payBy != null && isPaidLate(owed, payBy)) {
            entries.add(new Entry(owed, told(owed, Entitlement.Status.LATE_PAYMENT, late, 0, 0, true, null)));
        }
    }

    private boolean isPaidLate(Owed owed, Instant payBy) {
        return view.validAsOf().isAfter(payBy)
                && view.of(owed.verdict.subject()).stream()
                        .noneMatch(one -> isPayment(owed, one) && !one.at().isAfter(payBy));
    }

    private static boolean isPayment(Owed owed, Happening one) {
        return one.event().equals("paid")
                && owed.verdict.clause().equals(one.facts().get("clause"));
    }

    /** Paid before the breach was struck out: it stays, unless there was fraud (S19). */
    private void exGratia(Owed owed, List<Entry> entries) {
        Happening struck = strikeOut(owed.verdict);
        if (struck == null
                || owed.remedy.payment() == null
                || "yes".equals(struck.facts().get("fraud"))) {
            return;
        }
        long paid = view.of(owed.verdict.subject()).stream()
                .filter(one -> isPayment(owed, one) && one.at().isBefore(struck.recorded()))
                .mapToLong(one -> new BigDecimal(one.facts().getOrDefault("amount", "0"))
                        .movePointRight(2)
                        .longValueExact())
                .sum();
        if (paid > 0) {
            entries.add(new Entry(owed, told(owed, Entitlement.Status.EX_GRATIA, paid, 0, 0, true, null)));
        }
    }

    private Entitlement plain(Owed owed, Remedy remedy) {
        Instant due = remedy.within() == null
                ? null
                : DueWalk.of(view.hours(remedy.calendar()), List.of()).due(owed.breach, remedy.within());
        return new Entitlement(
                owed.verdict.clause(),
                owed.verdict.contractVersion(),
                owed.verdict.subject(),
                owed.verdict.clock(),
                owed.verdict.cycle(),
                remedy.kind(),
                Entitlement.Status.OWED,
                List.of(new Entitlement.Part(holder(owed), Money.NONE)),
                Payment.To.HOUSEHOLD,
                owed.facts.get("household"),
                Money.NONE,
                Money.NONE,
                Money.NONE,
                owed.breach,
                true,
                due,
                List.of());
    }

    private static String holder(Owed owed) {
        return owed.verdict.holderAtBreach() == null
                ? owed.promised.clause().by().id()
                : owed.verdict.holderAtBreach();
    }

    private static Entitlement told(
            Owed owed,
            Entitlement.Status status,
            long amount,
            long capped,
            long adjusts,
            boolean isFinal,
            @Nullable Instant due) {
        Payment payment = Objects.requireNonNull(owed.remedy.payment());
        return new Entitlement(
                owed.verdict.clause(),
                owed.verdict.contractVersion(),
                owed.verdict.subject(),
                owed.verdict.clock(),
                owed.verdict.cycle(),
                Remedy.Kind.MONEY,
                status,
                parts(owed, payment, amount),
                payment.to(),
                owed.household,
                new Money(amount),
                new Money(capped),
                new Money(adjusts),
                owed.breach,
                isFinal,
                due,
                List.of());
    }

    private static List<Entitlement.Part> parts(Owed owed, Payment payment, long amount) {
        List<Entitlement.Part> parts = new ArrayList<>();
        long rest = amount;
        for (Payment.Payer payer : payment.payers()) {
            rest -= amount * payer.percent() / 100;
        }
        for (Payment.Payer payer : payment.payers()) {
            parts.add(new Entitlement.Part(payer.party(), new Money(amount * payer.percent() / 100 + rest)));
            rest = 0;
        }
        return parts.isEmpty() ? List.of(new Entitlement.Part(holder(owed), new Money(amount))) : parts;
    }
}

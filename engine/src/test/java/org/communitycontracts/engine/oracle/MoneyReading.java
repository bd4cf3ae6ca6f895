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
import java.util.stream.Stream;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.DatedMoney;
import org.communitycontracts.engine.contract.Grade;
import org.communitycontracts.engine.contract.Ladder;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Reciprocal;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.contract.RollingCount;
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
 * all cycles and clocks of a report together; a household cap binds only what goes to households, and where none is named the report; a
 * claim that may still come uses the caps, a lapsed one does not; a breach struck out has its due moment for a breach; being late goes on
 * only with a clock and a gap; what may still rise is not final, also when only a steeper rung can be reached; late pay is asked of what
 * is final, claimed and more than nothing, when less than all of it has come by the day; what is added when a breach is struck out is to
 * be paid from then on.
 */
final class MoneyReading {
    private final View view;
    private final List<Verdict> verdicts;

    MoneyReading(View view, List<Verdict> verdicts) {
        this.view = view;
        this.verdicts = verdicts;
    }

    /** A promise not kept: under which clause, and when it was broken. */
    private record Broken(View.Promised promised, Verdict verdict, Instant breach) {
        private static final Comparator<Broken> ORDER = Comparator.comparing(Broken::breach)
                .thenComparing(one -> one.verdict().subject())
                .thenComparing(one -> one.verdict().clock(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparingInt(one -> one.verdict().cycle())
                .thenComparing(one -> one.verdict().clause());
    }

    List<Entitlement> entitlements() {
        List<Owed> asIf = owed(true);
        new Caps(asIf, Map.of()).use();
        List<Owed> gone = asIf.stream().filter(one -> isStruckOut(one.verdict)).toList();
        Instant last = gone.stream()
                .map(one -> Objects.requireNonNull(strikeOut(one.verdict)).recorded())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        Map<String, Long> before = new HashMap<>();
        if (!gone.isEmpty() || verdicts.stream().anyMatch(this::isStruckOut)) {
            asIf.forEach(one -> before.put(one.key(), one.amount));
        }
        List<Owed> now = owed(false);
        new Caps(now, before).use();
        List<Owed> all = Stream.concat(now.stream(), gone.stream())
                .sorted(Owed.BY_BREACH)
                .toList();
        Payments payments = new Payments(view, all);
        List<Entry> entries = new ArrayList<>();
        for (Owed one : now) {
            boolean isOlder = one.breach.isBefore(last);
            one.before = isOlder ? Math.min(before.getOrDefault(one.key(), 0L), one.wanted()) : one.amount;
            tell(one, last, payments, entries);
        }
        gone.forEach(one -> exGratia(one, payments, entries));
        return entries.stream()
                .sorted(Comparator.comparing(Entry::order, Owed.AS_WRITTEN))
                .map(Entry::told)
                .toList();
    }

    /** An entitlement and what it is ordered by. */
    private record Entry(Owed order, Entitlement told) {}

    private List<Broken> broken(boolean withStruckOut) {
        List<Broken> all = new ArrayList<>();
        for (View.Promised promised : view.promises()) {
            boolean isFree = promised.clause().duty() instanceof Reciprocal
                    || promised.clause().strength() == Strength.AIM
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
                    all.add(new Broken(promised, one, breach));
                }
            }
        }
        all.sort(Broken.ORDER);
        return all;
    }

    private List<Owed> owed(boolean withStruckOut) {
        List<Owed> all = new ArrayList<>();
        List<Broken> broken = broken(withStruckOut);
        broken.forEach(one -> ladders(one, broken, all));
        return all;
    }

    private boolean isStruckOut(Verdict one) {
        return one.state() == Verdict.State.VOID && strikeOut(one) != null;
    }

    private @Nullable Happening strikeOut(Verdict one) {
        Instant due = one.due();
        return due == null
                ? null
                : view.promises().stream()
                        .filter(promised -> promised.clause().id().equals(one.clause())
                                && promised.contract().version() == one.contractVersion())
                        .map(promised -> StruckOut.of(view, promised, one, due))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private void ladders(Broken one, List<Broken> broken, List<Owed> all) {
        Map<String, String> facts = facts(one.verdict().subject());
        List<Ladder> ladders = one.promised().clause().remedies();
        for (int i = 0; i < ladders.size(); i++) {
            List<Rung> rungs = ladders.get(i).rungs();
            List<Rung> reached = rungs.stream()
                    .filter(rung -> isLate(rung, one) && hasGrounds(rung, one, broken))
                    .toList();
            if (reached.isEmpty()) {
                continue;
            }
            Remedy first = reached.getFirst().remedy();
            boolean mayRise = rungs.subList(0, rungs.indexOf(reached.getFirst())).stream()
                    .anyMatch(rung -> !isLate(rung, one) && hasGrounds(rung, one, broken));
            for (String name : names(first, one)) {
                Owed owed = new Owed(one.promised(), one.verdict(), one.breach(), i, first, facts);
                owed.name = name.isEmpty() ? null : name;
                owed.mayRise = owed.isOpen() && mayRise;
                owed.instead = reached.stream()
                        .map(Rung::remedy)
                        .filter(other -> other.kind() != Remedy.Kind.MONEY)
                        .limit(1)
                        .toList();
                owed.sum = first.payment() == null ? 0 : sum(owed, first.payment());
                claim(owed);
                if (all.stream().noneMatch(other -> isSameGift(owed, other))) {
                    all.add(owed);
                }
            }
        }
    }

    /** One household gets a thing once for one fault, however many of it reported it (S10): the first of its own clocks to run out counts. */
    private static boolean isSameGift(Owed owed, Owed earlier) {
        return owed.isHouseholds()
                && earlier.isHouseholds()
                && owed.name != null
                && owed.name.equals(earlier.name)
                && owed.ladder == earlier.ladder
                && owed.verdict.clause().equals(earlier.verdict.clause())
                && fault(owed.verdict).equals(fault(earlier.verdict));
    }

    /** What the report said when it was made. */
    private Map<String, String> facts(String report) {
        return view.of(report).stream()
                .filter(one -> one.event().equals("reported"))
                .findFirst()
                .map(Happening::facts)
                .orElse(Map.of());
    }

    /** The household of a case: for which it is promised one by one, or else that of the report. */
    private @Nullable String household(Broken one) {
        String subject = one.verdict().subject();
        String each = one.promised().duty() instanceof RollingCount count ? count.each() : null;
        return "household".equals(each) ? subject : facts(subject).get("household");
    }

    private Set<String> names(Remedy remedy, Broken one) {
        Payment.To to = remedy.payment() == null
                ? Payment.To.HOUSEHOLD
                : remedy.payment().to();
        String own = Objects.requireNonNullElse(household(one), "");
        return switch (to) {
            case HOUSEHOLD -> Set.of(own);
            case FUND -> Set.of("");
            case PERSON -> Set.of(facts(one.verdict().subject()).getOrDefault("person", ""));
            case EVERYONE_AFFECTED -> {
                Set<String> all = new TreeSet<>(Set.of(own));
                view.of(one.verdict().subject()).stream()
                        .filter(told -> told.event().equals("affected"))
                        .map(told -> told.facts().get("household"))
                        .filter(Objects::nonNull)
                        .forEach(all::add);
                if (all.size() > 1) {
                    all.remove("");
                }
                yield all;
            }
        };
    }

    private Instant end(View.Promised promised, Verdict verdict, Instant breach) {
        if (verdict.stopped() != null) {
            return verdict.stopped();
        }
        return Owed.runsOn(promised, verdict) ? view.validAsOf() : breach;
    }

    private Lateness late(Calendar calendar, Broken one) {
        Instant due = one.verdict().due() == null ? one.breach() : one.verdict().due();
        return new Lateness(view, calendar, due, end(one.promised(), one.verdict(), one.breach()));
    }

    private Lateness late(Calendar calendar, Owed owed) {
        return late(calendar, new Broken(owed.promised, owed.verdict, owed.breach));
    }

    private boolean isLate(Rung rung, Broken one) {
        return rung.lateBy() == null || late(rung.remedy().calendar(), one).completed(rung.lateBy()) >= 1;
    }

    private boolean hasGrounds(Rung rung, Broken one, List<Broken> broken) {
        Instant start = one.verdict().start();
        return new Fits(
                                view,
                                facts(one.verdict().subject()),
                                start == null ? one.breach() : start,
                                view.hours(rung.remedy().calendar()))
                        .asks(rung.when())
                && (rung.again() == null || isAgain(rung.again(), rung.remedy().calendar(), one, broken));
    }

    private boolean isAgain(Rung.Again again, Calendar calendar, Broken one, List<Broken> broken) {
        Instant from = Fits.back(view.hours(calendar), one.breach(), again.in());
        String same = again.same() == null ? "" : fact(one, again.same());
        return same != null
                && broken.stream()
                                .filter(other -> other.verdict()
                                        .clause()
                                        .equals(one.verdict().clause()))
                                .filter(other -> other.breach().isAfter(from) && Broken.ORDER.compare(other, one) <= 0)
                                .filter(other -> again.same() == null || same.equals(fact(other, again.same())))
                                .map(other -> fault(other.verdict()))
                                .distinct()
                                .count()
                        >= again.breaches();
    }

    /** Duplicates of one fault are one. */
    private static String fault(Verdict one) {
        return (one.duplicateOf() == null ? one.subject() : one.duplicateOf()) + "/" + one.clock() + "/" + one.cycle();
    }

    private @Nullable String fact(Broken one, String name) {
        return name.equals("household")
                ? household(one)
                : facts(one.verdict().subject()).get(name);
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
        long step = 0;
        for (Payment.Step one : payment.table()) {
            boolean isReached =
                    one.after() == null || late(owed.remedy.calendar(), owed).completed(one.after()) >= 1;
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
        if (further == null) {
            return 0;
        }
        Lateness late = late(further.calendar(), owed);
        Instant from = further.fromStart() && owed.verdict.start() != null ? owed.verdict.start() : late.from();
        Lateness lateness = new Lateness(view, further.calendar(), from, late.end());
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
        owed.claimed = view.of(owed.verdict.subject()).stream()
                .filter(one -> one.event().equals("claimed")
                        && owed.verdict.clause().equals(one.facts().getOrDefault("clause", owed.verdict.clause()))
                        && isForHousehold(owed, one)
                        && !one.at().isAfter(last))
                .map(Happening::at)
                .findFirst()
                .orElse(null);
        if (owed.claimed == null) {
            owed.status =
                    view.validAsOf().isAfter(last) ? Entitlement.Status.CLAIM_LAPSED : Entitlement.Status.CLAIM_OPEN;
        }
    }

    /** What names a household is said of that one alone. */
    static boolean isForHousehold(Owed owed, Happening told) {
        String named = told.facts().get("household");
        return named == null || (owed.isHouseholds() && named.equals(owed.name));
    }

    private void tell(Owed owed, Instant struckOut, Payments payments, List<Entry> entries) {
        Payment payment = owed.remedy.payment();
        if (payment == null) {
            entries.add(new Entry(owed, plain(owed, owed.remedy, owed.isFinal())));
            return;
        }
        Instant known = owed.accrues() && owed.verdict.stopped() != null ? owed.verdict.stopped() : owed.breach;
        known = Span.later(known, owed.breach);
        known = owed.claimed == null ? known : Span.later(known, owed.claimed);
        Instant first = payBy(owed, payment, known);
        long adjusts = owed.amount - owed.before;
        Instant payBy = adjusts == 0 ? first : payBy(owed, payment, Span.later(known, struckOut));
        boolean isCapped = owed.amount == 0 && owed.wanted() > 0;
        Entitlement.Status status =
                isCapped && owed.status == Entitlement.Status.OWED ? Entitlement.Status.CAPPED : owed.status;
        entries.add(new Entry(
                owed, told(owed, status, owed.amount, owed.wanted() - owed.amount, adjusts, owed.isFinal(), payBy)));
        if (isCapped) {
            owed.instead.forEach(other -> entries.add(new Entry(owed, plain(owed, other, true))));
        }
        long late = on(payment.latePayment(), day(owed));
        boolean isLate = isMissing(owed, owed.before, first, payments) || isMissing(owed, owed.amount, payBy, payments);
        if (late > 0 && isLate) {
            entries.add(new Entry(owed, told(owed, Entitlement.Status.LATE_PAYMENT, late, 0, 0, true, null)));
        }
    }

    private @Nullable Instant payBy(Owed owed, Payment payment, Instant known) {
        boolean isOwed = owed.isFinal() && owed.status != Entitlement.Status.CLAIM_OPEN && owed.amount > 0;
        return isOwed && payment.payWithin() != null ? due(owed, payment.payWithin(), known) : null;
    }

    private boolean isMissing(Owed owed, long amount, @Nullable Instant payBy, Payments payments) {
        return payBy != null && view.validAsOf().isAfter(payBy) && payments.by(payBy, owed) < amount;
    }

    /** Paid before the breach was struck out: it stays, unless there was fraud (S19). */
    private void exGratia(Owed owed, Payments payments, List<Entry> entries) {
        Happening struck = strikeOut(owed.verdict);
        if (struck == null
                || owed.remedy.payment() == null
                || "yes".equals(struck.facts().get("fraud"))) {
            return;
        }
        long paid = payments.by(struck.recorded(), owed);
        if (paid > 0) {
            entries.add(new Entry(owed, told(owed, Entitlement.Status.EX_GRATIA, paid, 0, 0, true, null)));
        }
    }

    private Entitlement plain(Owed owed, Remedy remedy, boolean isFinal) {
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
                owed.isHouseholds() ? owed.name : household(new Broken(owed.promised, owed.verdict, owed.breach)),
                Money.NONE,
                Money.NONE,
                Money.NONE,
                owed.breach,
                isFinal,
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
                owed.name,
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

package org.communitycontracts.engine.redress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.contract.DatedMoney;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Remedy;
import org.jspecify.annotations.Nullable;

/**
 * What a breach is worth before any cap, and how it was worked out: what is owed at once, the step of the table and the part of a charge,
 * then what accrues, then the floor and the ceiling.
 *
 * @param amount the sum
 * @param why the steps
 */
record Sum(Money amount, List<String> why) {
    /** No money at all. */
    static final Sum NONE = new Sum(Money.NONE, List.of());

    Sum {
        why = List.copyOf(why);
    }

    static Sum of(Breach breach, Remedy remedy, Payment payment, Entries stories) {
        return new Working(breach, remedy, payment, stories).sum();
    }

    /** The working of one sum. */
    private static final class Working {
        private final Breach breach;
        private final Remedy remedy;
        private final Payment payment;
        private final Entries stories;
        private final Wording wording;
        private final LocalDate day;
        private final long periods;
        private final List<String> terms = new ArrayList<>();
        private final List<String> why = new ArrayList<>();
        private Money amount = Money.NONE;

        Working(Breach breach, Remedy remedy, Payment payment, Entries stories) {
            this.breach = breach;
            this.remedy = remedy;
            this.payment = payment;
            this.stories = stories;
            this.wording = breach.wording();
            this.day = breach.day();
            this.periods = periods(breach, payment.further());
        }

        Sum sum() {
            why.add(Lead.of(breach, payment.further(), periods, stories.asOf()));
            addFirst();
            addStep();
            addPart();
            addFurther();
            tellTerms();
            keepFloor();
            keepCeiling();
            return new Sum(amount, why);
        }

        /** {@code First £10.00, then 5 x £5.00 = £35.00.} */
        private void tellTerms() {
            if (terms.isEmpty()) {
                return;
            }
            boolean isOneAmount = terms.size() == 1 && payment.partOf() == null && payment.further() == null;
            String said = String.join(", ", terms);
            why.add(said.substring(0, 1).toUpperCase(Locale.ROOT)
                    + said.substring(1)
                    + (isOneAmount ? "." : " = " + wording.money(amount) + "."));
        }

        private void addFirst() {
            DatedMoney first = payment.first();
            if (first != null) {
                add(first.on(day), "first " + wording.money(first.on(day)));
            }
        }

        private void addStep() {
            Payment.Step reached = null;
            for (Payment.Step step : payment.table()) {
                Allowance after = step.after();
                reached = after == null || breach.late().reaches(after, remedy.calendar()) ? step : reached;
            }
            if (reached != null) {
                Money step = reached.amount().on(day);
                add(
                        step,
                        (terms.isEmpty() ? "" : "then ")
                                + wording.money(step)
                                + (reached.after() == null ? "" : " for " + reached.after() + " late"));
            }
        }

        private void addPart() {
            Payment.PartOf part = payment.partOf();
            if (part == null) {
                return;
            }
            String said = stories.facts(breach.verdict().subject()).get(part.fact());
            Money charge = said == null
                    ? null
                    : Money.parse(said, breach.contract().currency()).orElse(null);
            if (charge == null) {
                why.add("The report names no " + Wording.plain(part.fact())
                        + " that can be read as an amount, so no part of it is owed.");
                return;
            }
            add(
                    charge.percent(part.percent()),
                    (terms.isEmpty() ? "" : "then ") + part.percent() + " in 100 of the " + Wording.plain(part.fact())
                            + " of " + wording.money(charge));
        }

        private void addFurther() {
            Payment.Further further = payment.further();
            if (further == null) {
                return;
            }
            Money each = further.amount().on(day);
            add(each.times(periods), (terms.isEmpty() ? "" : "then ") + periods + " x " + wording.money(each));
        }

        private void add(Money more, String term) {
            amount = amount.plus(more);
            terms.add(term);
        }

        private void keepFloor() {
            DatedMoney floor = payment.atLeast();
            if (floor != null && !amount.isNone() && amount.compareTo(floor.on(day)) < 0) {
                amount = floor.on(day);
                why.add("What is owed is " + wording.money(amount) + " at least.");
            }
        }

        private void keepCeiling() {
            DatedMoney ceiling = payment.atMost();
            if (ceiling != null && amount.compareTo(ceiling.on(day)) > 0) {
                amount = ceiling.on(day);
                why.add("What is owed is " + wording.money(amount) + " at most.");
            }
        }

        /** How many periods have accrued. */
        private static long periods(Breach breach, Payment.@Nullable Further further) {
            if (further == null) {
                return 0;
            }
            Delay time = further.fromStart() ? breach.running() : breach.late();
            return further.started()
                    ? time.started(further.per(), further.calendar())
                    : time.completed(further.per(), further.calendar());
        }
    }
}

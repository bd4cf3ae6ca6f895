package org.communitycontracts.engine.redress;

import static org.communitycontracts.engine.clock.Calendars.ALWAYS;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.judging.PlainsFarm.allowance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.DatedMoney;
import org.communitycontracts.engine.contract.Ladder;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.contract.Rung;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.engine.contract.Window;
import org.jspecify.annotations.Nullable;

/** What a clause of a test owes, said as its file would say it. Working days are those of the office. */
final class Terms {
    private final Currency currency;
    private @Nullable DatedMoney first;
    private Payment.@Nullable Further further;
    private final List<Payment.Step> table = new ArrayList<>();
    private Payment.@Nullable PartOf partOf;
    private @Nullable DatedMoney atLeast;
    private @Nullable DatedMoney atMost;
    private @Nullable DatedMoney perReport;
    private @Nullable DatedMoney perHousehold;
    private @Nullable DatedMoney perClause;
    private @Nullable DatedMoney perContract;
    private Window year = Window.CONTRACT_YEAR;
    private Payment.Claim claim = Payment.Claim.AUTOMATIC;
    private @Nullable Allowance payWithin;
    private @Nullable DatedMoney latePayment;
    private final List<Payment.Payer> payers = new ArrayList<>();
    private Payment.To to = Payment.To.HOUSEHOLD;
    private boolean maySetOff;

    private Terms(Currency currency) {
        this.currency = currency;
    }

    static Terms pounds() {
        return in("GBP");
    }

    static Terms in(String currency) {
        return new Terms(Currency.getInstance(currency));
    }

    static Money pounds(String amount) {
        return Money.parse(amount, Currency.getInstance("GBP")).orElseThrow();
    }

    Terms first(String amount) {
        first = money(amount);
        return this;
    }

    /** Amounts and the days from which they hold: day, amount, day, amount. */
    Terms dated(String... daysAndAmounts) {
        List<DatedMoney.From> amounts = new ArrayList<>();
        for (int i = 0; i < daysAndAmounts.length; i += 2) {
            amounts.add(new DatedMoney.From(
                    LocalDate.parse(daysAndAmounts[i]),
                    Money.parse(daysAndAmounts[i + 1], currency).orElseThrow()));
        }
        first = new DatedMoney(amounts);
        return this;
    }

    Terms further(String amount, String per) {
        return further(amount, per, OFFICE, false, false);
    }

    Terms furtherBegun(String amount, String per) {
        return further(amount, per, OFFICE, true, false);
    }

    Terms furtherFromStart(String amount, String per, boolean started) {
        return further(amount, per, ALWAYS, started, true);
    }

    Terms further(String amount, String per, Calendar calendar, boolean started, boolean fromStart) {
        further = new Payment.Further(money(amount), allowance(per), calendar, started, fromStart);
        return this;
    }

    Terms step(@Nullable String after, String amount) {
        table.add(new Payment.Step(after == null ? null : allowance(after), money(amount)));
        return this;
    }

    Terms partOf(String fact, int percent) {
        partOf = new Payment.PartOf(fact, percent);
        return this;
    }

    Terms atLeast(String amount) {
        atLeast = money(amount);
        return this;
    }

    Terms atMost(String amount) {
        atMost = money(amount);
        return this;
    }

    Terms perReport(String amount) {
        perReport = money(amount);
        return this;
    }

    Terms perHousehold(String amount) {
        perHousehold = money(amount);
        return this;
    }

    Terms perClause(String amount) {
        perClause = money(amount);
        return this;
    }

    Terms perContract(String amount) {
        perContract = money(amount);
        return this;
    }

    Terms each(Window window) {
        year = window;
        return this;
    }

    Terms onClaim(@Nullable String within) {
        claim = new Payment.Claim(true, within == null ? null : allowance(within));
        return this;
    }

    Terms payWithin(String within) {
        payWithin = allowance(within);
        return this;
    }

    Terms latePayment(String amount) {
        latePayment = money(amount);
        return this;
    }

    Terms payer(String party, int percent) {
        payers.add(new Payment.Payer(party, percent));
        return this;
    }

    Terms to(Payment.To payee) {
        to = payee;
        return this;
    }

    Terms setOff() {
        maySetOff = true;
        return this;
    }

    Payment payment() {
        return new Payment(
                first,
                further,
                table,
                partOf,
                atLeast,
                atMost,
                new Payment.Cap(perReport, perHousehold, perClause, perContract, year),
                claim,
                payWithin,
                latePayment,
                payers,
                to,
                maySetOff);
    }

    Remedy remedy() {
        return new Remedy(Remedy.Kind.MONEY, null, OFFICE, payment());
    }

    Ladder ladder() {
        return new Ladder(List.of(Rung.of(remedy())));
    }

    /** A remedy that is no money, for every breach. */
    static Ladder deed(Remedy.Kind kind, @Nullable String within) {
        return new Ladder(List.of(Rung.of(deedOf(kind, within))));
    }

    static Remedy deedOf(Remedy.Kind kind, @Nullable String within) {
        return new Remedy(kind, within == null ? null : allowance(within), OFFICE, null);
    }

    /** A rung for cases that are late by so much; null for any. */
    static Rung late(@Nullable String by, Remedy remedy) {
        return new Rung(When.ALWAYS, by == null ? null : allowance(by), null, remedy);
    }

    private DatedMoney money(String amount) {
        return DatedMoney.of(Money.parse(amount, currency).orElseThrow());
    }
}

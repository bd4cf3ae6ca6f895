package org.communitycontracts.engine.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Allowance.Unit;
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

/** Random ladders of remedies, with and without money. */
record RandomRemedies(Dice dice, Set<Feature> features, RandomContracts contracts) {
    List<Ladder> ladders() {
        List<Ladder> ladders = new ArrayList<>();
        if (!features.contains(Feature.MONEY) || dice.oneIn(2)) {
            ladders.add(new Ladder(rungs()));
        }
        if (features.contains(Feature.MONEY)) {
            Remedy money = new Remedy(Remedy.Kind.MONEY, null, calendar(), payment());
            List<Rung> rungs = new ArrayList<>(List.of(Rung.of(money)));
            if (dice.oneIn(3)) {
                rungs.addFirst(
                        new Rung(When.ALWAYS, lateBy(), null, new Remedy(Remedy.Kind.MEETING, null, calendar(), null)));
            }
            if (dice.oneIn(3)) {
                rungs.add(Rung.of(plain(Remedy.Kind.WRITTEN_REPLY)));
            }
            ladders.add(new Ladder(rungs));
        }
        return ladders;
    }

    private List<Rung> rungs() {
        List<Rung> rungs = new ArrayList<>();
        if (dice.oneIn(2)) {
            When high = new When(
                    Set.of(),
                    Set.of(),
                    Map.of("severity", new When.OneOf(Set.of("high"))),
                    null,
                    Set.of(),
                    null,
                    null,
                    null,
                    null);
            rungs.add(new Rung(high, null, null, plain(Remedy.Kind.REDO)));
        }
        if (dice.oneIn(2)) {
            rungs.add(new Rung(When.ALWAYS, lateBy(), null, plain(Remedy.Kind.MEETING)));
        }
        if (dice.oneIn(2)) {
            Rung.Again again = new Rung.Again(
                    2,
                    new Allowance(dice.between(1, 9), dice.of(Unit.DAYS, Unit.WORKING_DAYS, Unit.WORKING_HOURS)),
                    dice.of("household", null));
            rungs.add(new Rung(When.ALWAYS, null, again, plain(Remedy.Kind.REVIEW)));
        }
        if (rungs.isEmpty() || dice.oneIn(2)) {
            rungs.add(Rung.of(plain(Remedy.Kind.APOLOGY)));
        }
        return rungs;
    }

    private Remedy plain(Remedy.Kind kind) {
        return new Remedy(
                kind,
                dice.of(null, new Allowance(10, Unit.WORKING_DAYS), new Allowance(3, Unit.DAYS)),
                calendar(),
                null);
    }

    private Allowance lateBy() {
        return new Allowance(dice.between(1, 3), dice.of(Unit.WORKING_DAYS, Unit.HOURS, Unit.DAYS, Unit.WORKING_HOURS));
    }

    private Calendar calendar() {
        return dice.of(contracts.calendars.get(0), contracts.calendars.get(0), contracts.calendars.get(1));
    }

    private Payment payment() {
        boolean isClaimed = features.contains(Feature.CLAIMS) && dice.oneIn(2);
        List<Payment.Step> table = dice.oneIn(4)
                ? List.of(new Payment.Step(null, money(1000)), new Payment.Step(lateBy(), money(2000)))
                : List.of();
        return new Payment(
                dice.oneIn(4) ? dated() : dice.oneIn(6) ? null : money(1000),
                dice.oneIn(2) ? further() : null,
                table,
                dice.oneIn(6) ? new Payment.PartOf("service_charge", dice.of(10, 33)) : null,
                dice.oneIn(5) ? money(1200) : null,
                dice.oneIn(5) ? money(4500) : null,
                features.contains(Feature.CAPS) ? cap() : Payment.Cap.NONE,
                new Payment.Claim(isClaimed, isClaimed ? dice.of(null, new Allowance(4, Unit.DAYS)) : null),
                dice.of(null, new Allowance(10, Unit.WORKING_DAYS), new Allowance(3, Unit.DAYS)),
                dice.oneIn(3) ? money(2000) : null,
                dice.oneIn(3) ? List.of(new Payment.Payer("council", 50), new Payment.Payer("homes", 50)) : List.of(),
                dice.of(Payment.To.HOUSEHOLD, Payment.To.HOUSEHOLD, dice.of(Payment.To.values())),
                false);
    }

    private Payment.Further further() {
        Allowance per = new Allowance(
                1,
                dice.of(Unit.WORKING_DAYS, Unit.WORKING_DAYS, Unit.DAYS, Unit.HOURS, Unit.WORKING_HOURS, Unit.WEEKS));
        return new Payment.Further(money(dice.of(500, 333)), per, calendar(), dice.oneIn(2), dice.oneIn(4));
    }

    private Payment.Cap cap() {
        return new Payment.Cap(
                maybe(3000),
                maybe(3500),
                maybe(5000),
                maybe(6000),
                dice.of(Window.CONTRACT_YEAR, Window.CALENDAR_YEAR));
    }

    private @Nullable DatedMoney maybe(long pence) {
        return dice.oneIn(2) ? money(pence) : null;
    }

    private DatedMoney dated() {
        return new DatedMoney(List.of(
                new DatedMoney.From(LocalDate.MIN, new Money(700)),
                new DatedMoney.From(contracts.day.plusDays(dice.below(8)), new Money(1100))));
    }

    private static DatedMoney money(long pence) {
        return DatedMoney.of(new Money(pence));
    }
}

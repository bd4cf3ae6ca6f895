package org.communitycontracts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Allowance.Unit;
import org.communitycontracts.engine.contract.Appoint;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.DatedMoney;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.Grade;
import org.communitycontracts.engine.contract.Ladder;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Reciprocal;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.RollingCount;
import org.communitycontracts.engine.contract.Rung;
import org.communitycontracts.engine.contract.Score;
import org.communitycontracts.engine.contract.ShareOfTime;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.contract.Unmeasurable;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.engine.contract.When.Than;
import org.communitycontracts.engine.contract.Window;
import org.junit.jupiter.api.Test;

/** The examples of the guide hold every key of the language, and the engine gets each as it was meant. */
class ShapesTest {
    private static Contract contract(String example) {
        return Examples.read(Examples.guide(example)).contract();
    }

    private static Clause clause(String example, String id) {
        return contract(example).clauses().stream()
                .filter(clause -> clause.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static <D> D duty(String example, String id, Class<D> kind) {
        return kind.cast(clause(example, id).duty());
    }

    private static Allowance length(String written) {
        return Allowance.parse(written).orElseThrow();
    }

    @Test
    void choicesAreReadInTheirOrderWithTheirOwnCalendars() {
        Clause pothole = clause("choices", "pothole");
        assertThat(pothole.when().facts()).containsEntry("surface", new When.OneOf(Set.of("road", "cycle-lane")));
        ClockRule clock = ((Respond) pothole.duty()).first();
        assertThat(clock.stops()).containsExactlyInAnyOrder("repaired", "made_safe");
        assertThat(clock.choices())
                .extracting(choice -> String.valueOf(choice.within()))
                .containsExactly("24 hours", "2 to 10 working days", "4 weeks", "6 weeks", "5 working days", "8 weeks");
        assertThat(clock.choices())
                .extracting(choice -> choice.calendar().id())
                .containsExactly("always", "office", "office", "office", "office", "office");
        assertThat(clock.choices().getLast().when()).isEqualTo(When.ALWAYS);
    }

    @Test
    void everyPartOfACaseIsRead() {
        List<When> cases = duty("choices", "pothole", Respond.class).first().choices().stream()
                .map(Choice::when)
                .toList();
        assertThat(cases.get(1).facts())
                .isEqualTo(Map.of(
                        "road",
                        new When.OneOf(Set.of("a", "b")),
                        "depth_mm",
                        new When.Within(List.of(
                                new When.Limit(Than.AT_LEAST, BigDecimal.valueOf(40)),
                                new When.Limit(Than.LESS_THAN, BigDecimal.valueOf(100))))));
        assertThat(cases.get(2).areas()).containsExactly("Old Town");
        assertThat(cases.get(2).season()).isEqualTo(new When.Season(MonthDay.of(11, 1), MonthDay.of(4, 30)));
        assertThat(cases.get(3).facts())
                .containsEntry(
                        "width_m",
                        new When.Within(List.of(
                                new When.Limit(Than.MORE_THAN, new BigDecimal("0.25")),
                                new When.Limit(Than.AT_MOST, BigDecimal.valueOf(2)))));
        assertThat(cases.get(4).count())
                .isEqualTo(new When.Count("reported", 3, length("6 months"), "street", "incident"));
    }

    @Test
    void theDayAndTheTimeOfDayAreReadAndSomeCasesArePromisedNothing() {
        List<Choice> choices = duty("choices", "snow", Respond.class).first().choices();
        assertThat(choices.getFirst().when().workingDay()).isTrue();
        assertThat(choices.get(1).when().weekdays()).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(choices.get(1).when().daytime()).isEqualTo(new When.Daytime(22 * 60, 6 * 60));
        assertThat(choices.getLast().within()).isNull();
        assertThat(clause("choices", "missed-bin").when().since())
                .isEqualTo(new When.Since("collected_at", Than.AT_MOST, length("48 hours")));
        assertThat(clause("exclusions", "repair").exclusions().getLast().when().since())
                .isEqualTo(new When.Since("broke_at", Than.MORE_THAN, length("7 days")));
    }

    @Test
    void severalClocksAreReadWithTheirNamesAndRules() {
        Clause damp = clause("clocks", "damp");
        List<ClockRule> clocks = ((Respond) damp.duty()).clocks();
        assertThat(damp.strength()).isEqualTo(Strength.GUARANTEE);
        assertThat(clocks).extracting(ClockRule::id).containsExactly("inspect", "write", "update");
        assertThat(clocks.getFirst().starts()).containsExactlyInAnyOrder("reported", "became_aware");
        assertThat(clocks.getFirst().moves()).isEqualTo(new ClockRule.Moves(true, false, false));
        assertThat(clocks.get(1).moves()).isEqualTo(ClockRule.Moves.PLAIN);
        assertThat(clocks.getLast().moves().separate()).isTrue();
        assertThat(clocks.getLast().repeatsUntil()).isEqualTo("closed");
    }

    @Test
    void anAimAPercentileAndWordsThatPromiseNothingAreRead() {
        Clause graffiti = clause("clocks", "graffiti");
        assertThat(graffiti.strength()).isEqualTo(Strength.AIM);
        assertThat(graffiti.target()).isEqualTo(new Target(90, Window.MONTH, 1, length("3 working days")));
        assertThat(clause("clocks", "trees").strength()).isEqualTo(Strength.NONE);
        assertThat(clause("clocks", "trees").duty()).isEqualTo(new Unmeasurable("respond"));
        assertThat(duty("clocks", "answers", Reciprocal.class).pledge()).isInstanceOf(Respond.class);
    }

    @Test
    void aHandoverThatRestartsIsRead() {
        Contract restarts = Examples.read(Examples.changed("clocks", "handover: continues", "handover: restarts"))
                .contract();
        assertThat(((Respond) restarts.clauses().getFirst().duty())
                        .clocks()
                        .get(1)
                        .moves()
                        .restarts())
                .isTrue();
    }

    @Test
    void everyKindOfExclusionIsRead() {
        List<Exclusion> exclusions = clause("exclusions", "repair").exclusions();
        assertThat(exclusions)
                .extracting(exclusion -> exclusion.effect() + " " + exclusion.needs())
                .containsExactly(
                        "VOID EVIDENCE",
                        "PAUSE DECLARED_NOTICE",
                        "EXTEND DECLARED_NOTICE",
                        "PAUSE EVIDENCE",
                        "EXTEND AGREEMENT",
                        "EXTEND TOLD",
                        "SWITCH EVIDENCE",
                        "VOID FACTS");
        assertThat(exclusions.getFirst().decidedBy()).isEqualTo("panel");
        assertThat(exclusions.get(1).by()).isEqualTo("council");
        assertThat(exclusions.get(4).atMost()).isEqualTo(length("10 working days"));
        assertThat(exclusions.get(6).to()).satisfies(to -> {
            assertThat(to.within()).isEqualTo(length("25 working days"));
            assertThat(to.calendar().id()).isEqualTo("office");
        });
    }

    @Test
    void everyRhythmIsRead() {
        Recur sweep = duty("rhythms", "sweep", Recur.class);
        assertThat(sweep.evidence()).containsExactlyInAnyOrder("swept", "swept_by_hand");
        assertThat(sweep.maxGap()).isEqualTo(length("21 days"));
        assertThat(sweep.each()).isEqualTo(new Recur.Each("street", List.of("Mill Lane", "High Street")));
        assertThat(sweep.calendar().id()).isEqualTo("office");
        Recur mow = duty("rhythms", "mow", Recur.class);
        assertThat(mow.season()).isEqualTo(new When.Season(MonthDay.of(4, 1), MonthDay.of(10, 31)));
        assertThat(mow.atMost()).isEqualTo(3);
        assertThat(mow.calendar().opens()).isZero();
        assertThat(mow.calendar().closes()).isEqualTo(1440);
        assertThat(mow.calendar().zone().getId()).isEqualTo("Europe/London");
        Recur noise = duty("rhythms", "noise", Recur.class);
        assertThat(noise.atLeast()).isZero();
        assertThat(noise.atMost()).isEqualTo(8);
        Recur plan = duty("rhythms", "plan", Recur.class);
        assertThat(plan.period()).isNull();
        assertThat(plan.maxGap()).isEqualTo(length("3 months"));
        assertThat(plan.anchor()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(duty("rhythms", "fronts", Reciprocal.class).pledge()).isInstanceOf(Grade.class);
        assertThat(clause("rhythms", "fronts").target()).isEqualTo(new Target(75, Window.CONTRACT_YEAR, 1, null));
    }

    @Test
    void everyMeasureIsRead() {
        Grade litter = duty("measures", "litter", Grade.class);
        assertThat(litter.event()).isEqualTo("inspected");
        assertThat(litter.points()).isEqualTo(new Grade.Points(Map.of("large", 6, "small", 1), List.of(1, 30, 60)));
        assertThat(clause("measures", "litter").target()).isEqualTo(new Target(90, Window.CALENDAR_YEAR, 20, null));
        assertThat(duty("measures", "content", Score.class))
                .isEqualTo(new Score("q-content-v1", Set.of("4", "5", "very_good"), Set.of("dont_know")));
        ShareOfTime lift = duty("measures", "lift", ShareOfTime.class);
        assertThat(lift.down()).isEqualTo("lift_out");
        assertThat(lift.up()).isEqualTo("lift_back");
        assertThat(lift.calendar().id()).isEqualTo("always");
        ShareOfTime patrol = duty("measures", "patrol", ShareOfTime.class);
        assertThat(List.of(
                        String.valueOf(patrol.counted()),
                        String.valueOf(patrol.part()),
                        String.valueOf(patrol.whole())))
                .containsExactly("shift", "visible_minutes", "minutes");
        assertThat(clause("measures", "patrol").target()).isEqualTo(new Target(50, Window.WEEK, 1, null));
        RollingCount power = duty("measures", "power", RollingCount.class);
        assertThat(power.atMost()).isEqualTo(3);
        assertThat(power.in()).isEqualTo(length("12 months"));
        assertThat(power.each()).isEqualTo("household");
        assertThat(power.distinct()).isEqualTo("incident");
    }

    @Test
    void anAppointmentAndANoticeAreRead() {
        Appoint visits = duty("measures", "visits", Appoint.class);
        assertThat(visits.isNotice()).isFalse();
        assertThat(visits.made()).isEqualTo("appointment_made");
        assertThat(visits.kept()).containsExactlyInAnyOrder("visited", "nobody_in");
        assertThat(visits.cancelled()).isEqualTo("appointment_cancelled");
        assertThat(visits.notice()).isEqualTo(length("24 hours"));
        Appoint warning = duty("measures", "warning", Appoint.class);
        assertThat(warning.isNotice()).isTrue();
        assertThat(warning.made()).isEqualTo("told_interruption");
        assertThat(warning.kept()).containsExactly("interrupted");
        assertThat(warning.notice()).isEqualTo(new Allowance(2, Unit.WORKING_DAYS));
        assertThat(warning.calendar().id()).isEqualTo("office");
    }

    @Test
    void moneyIsReadWithAllItsKeys() {
        Payment payment = payment("heating");
        assertThat(payment.first())
                .isEqualTo(new DatedMoney(List.of(
                        new DatedMoney.From(LocalDate.of(2026, 1, 5), new Money(4000)),
                        new DatedMoney.From(LocalDate.of(2026, 7, 2), new Money(4500)))));
        assertThat(payment.further()).satisfies(further -> {
            assertThat(further.amount()).isEqualTo(pence(500));
            assertThat(further.per()).isEqualTo(length("1 day"));
            assertThat(further.calendar().id()).isEqualTo("always");
            assertThat(further.started()).isTrue();
            assertThat(further.fromStart()).isFalse();
        });
        assertThat(payment.atLeast()).isEqualTo(pence(1000));
        assertThat(payment.atMost()).isEqualTo(pence(8000));
        assertThat(payment.cap())
                .isEqualTo(new Payment.Cap(
                        pence(10000), pence(20000), pence(500000), pence(900000), Window.CALENDAR_YEAR));
        assertThat(payment.claim()).isEqualTo(Payment.Claim.AUTOMATIC);
        assertThat(payment.payWithin()).isEqualTo(length("10 working days"));
        assertThat(payment.latePayment()).isEqualTo(pence(2000));
        assertThat(payment.payers()).containsExactly(new Payment.Payer("council", 40), new Payment.Payer("homes", 60));
        assertThat(payment.to()).isEqualTo(Payment.To.HOUSEHOLD);
        assertThat(payment.maySetOff()).isTrue();
    }

    @Test
    void aTableAPartOfAChargeAndAClaimAreRead() {
        Payment payment = payment("bins");
        assertThat(payment.claim()).isEqualTo(new Payment.Claim(true, length("3 months")));
        assertThat(payment.table())
                .containsExactly(new Payment.Step(null, pence(200)), new Payment.Step(length("3 days"), pence(400)));
        assertThat(payment.partOf()).isEqualTo(new Payment.PartOf("service_charge", 10));
        assertThat(payment.to()).isEqualTo(Payment.To.EVERYONE_AFFECTED);
        assertThat(payment.first()).isNull();
        assertThat(payment.maySetOff()).isFalse();
    }

    @Test
    void aLadderIsReadWithItsGroundsAndEveryOtherRemedyIsALadderOfOneRung() {
        List<Ladder> ladders = clause("remedies", "heating").remedies();
        assertThat(ladders).extracting(ladder -> ladder.rungs().size()).containsExactly(1, 4, 1, 1, 1);
        List<Rung> rungs = ladders.get(1).rungs();
        assertThat(rungs)
                .extracting(rung -> rung.remedy().kind())
                .containsExactly(
                        Remedy.Kind.PUT_RIGHT, Remedy.Kind.MEETING, Remedy.Kind.WRITTEN_REPLY, Remedy.Kind.APOLOGY);
        assertThat(rungs.getFirst().when().facts()).containsEntry("severity", new When.OneOf(Set.of("high")));
        assertThat(rungs.get(1).lateBy()).isEqualTo(length("10 working days"));
        assertThat(rungs.get(2).again()).isEqualTo(new Rung.Again(3, length("6 months"), "household"));
        assertThat(rungs.getFirst().remedy().calendar().id()).isEqualTo("office");
    }

    @Test
    void aContractCountsInItsOwnCurrency() {
        assertThat(contract("remedies").currency()).isEqualTo(Currency.getInstance("GBP"));
        assertThat(contract("clocks").currency()).isEqualTo(Currency.getInstance("GBP"));
        String yen = Examples.guide("remedies")
                .replace("currency: GBP", "currency: JPY")
                .replace(".00\"", "\"");
        assertThat(Examples.read(yen).contract().currency().getCurrencyCode()).isEqualTo("JPY");
    }

    private static Payment payment(String clause) {
        Payment payment = clause("remedies", clause)
                .remedies()
                .getFirst()
                .rungs()
                .getFirst()
                .remedy()
                .payment();
        return java.util.Objects.requireNonNull(payment);
    }

    private static DatedMoney pence(long amount) {
        return DatedMoney.of(new Money(amount));
    }
}

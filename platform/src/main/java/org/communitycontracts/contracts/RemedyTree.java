package org.communitycontracts.contracts;

import java.util.List;
import java.util.Optional;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.DatedMoney;
import org.communitycontracts.engine.contract.Ladder;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.contract.Rung;
import org.communitycontracts.engine.contract.Window;

/** Reads what follows when a promise is not kept: each remedy a ladder of its own, unless it says it is one. */
final class RemedyTree {
    private final Head head;

    RemedyTree(Head head) {
        this.head = head;
    }

    List<Ladder> ladders(Entries clause) {
        Calendar usual = usual(clause);
        return clause.groups("remedy").stream()
                .map(remedy -> remedy.has("ladder")
                        ? new Ladder(remedy.groups("ladder").stream()
                                .map(rung -> rung(rung, usual))
                                .toList())
                        : new Ladder(List.of(Rung.of(remedy(remedy, usual)))))
                .toList();
    }

    /** The calendar the clause names first; else the only one of the contract, or day and night where there are several. */
    private Calendar usual(Entries clause) {
        return findUsual(clause)
                .map(head::calendar)
                .orElseGet(() -> head.calendars().size() == 1
                        ? head.calendars().values().iterator().next()
                        : head.dayAndNight());
    }

    /** The calendar that the clause itself names first. */
    static Optional<String> findUsual(Entries clause) {
        return ClockTree.list(clause).stream()
                .findFirst()
                .or(() -> clause.findEntries("every"))
                .or(() -> clause.findEntries("appoint"))
                .or(() -> clause.findEntries("notice"))
                .or(() -> clause.findEntries("time"))
                .or(() -> clause.findEntries("count"))
                .flatMap(group -> group.findText("calendar"));
    }

    private Rung rung(Entries rung, Calendar usual) {
        return new Rung(
                WhenTree.of(rung),
                Head.length(rung, "late_by"),
                rung.findEntries("again")
                        .map(again -> new Rung.Again(
                                again.number("breaches"),
                                Head.length(again.text("in")),
                                again.findText("same").orElse(null)))
                        .orElse(null),
                remedy(rung, usual));
    }

    private Remedy remedy(Entries remedy, Calendar usual) {
        Calendar calendar = remedy.findText("calendar").map(head::calendar).orElse(usual);
        Remedy.Kind kind = Head.word(Remedy.Kind.class, remedy.text("kind"));
        return new Remedy(
                kind,
                Head.length(remedy, "within"),
                calendar,
                kind == Remedy.Kind.MONEY ? payment(remedy, calendar) : null);
    }

    private Payment payment(Entries remedy, Calendar calendar) {
        return new Payment(
                head.amount(remedy, "first"),
                remedy.findEntries("further")
                        .map(further -> further(further, calendar))
                        .orElse(null),
                remedy.groups("table").stream().map(this::step).toList(),
                remedy.findEntries("part_of")
                        .map(part -> new Payment.PartOf(part.text("fact"), part.number("percent")))
                        .orElse(null),
                head.amount(remedy, "at_least"),
                head.amount(remedy, "at_most"),
                remedy.findEntries("cap").map(this::cap).orElse(Payment.Cap.NONE),
                new Payment.Claim(
                        remedy.findText("claim").filter("on_claim"::equals).isPresent(),
                        Head.length(remedy, "claim_within")),
                Head.length(remedy, remedy.has("pay_within") ? "pay_within" : "within"),
                head.amount(remedy, "late_payment"),
                remedy.groups("paid_by").stream()
                        .map(payer -> new Payment.Payer(payer.text("party"), payer.number("percent")))
                        .toList(),
                Head.findWord(Payment.To.class, remedy, "to").orElse(Payment.To.HOUSEHOLD),
                remedy.has("set_off"));
    }

    private Payment.Further further(Entries further, Calendar usual) {
        return new Payment.Further(
                amount(further),
                Head.length(further.text("per")),
                further.findText("calendar").map(head::calendar).orElse(usual),
                further.text("count").equals("started"),
                further.findText("from").filter("start"::equals).isPresent());
    }

    private Payment.Step step(Entries step) {
        return new Payment.Step(Head.length(step, "after"), amount(step));
    }

    private DatedMoney amount(Entries group) {
        return Amounts.dated(group.value("amount"), head.currency());
    }

    private Payment.Cap cap(Entries cap) {
        return new Payment.Cap(
                head.amount(cap, "per_report"),
                head.amount(cap, "per_household"),
                head.amount(cap, "per_clause"),
                head.amount(cap, "per_contract"),
                Head.findWord(Window.class, cap, "each").orElse(Window.CONTRACT_YEAR));
    }
}

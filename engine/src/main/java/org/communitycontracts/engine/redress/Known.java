package org.communitycontracts.engine.redress;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Ladder;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.contract.Rung;
import org.jspecify.annotations.Nullable;

/** Clauses whose remedies are counted on their calendars as these were known: a holiday proclaimed later moves no day of payment (S13). */
final class Known {
    private final Instant moment;
    private final IdentityHashMap<Clause, Clause> clauses = new IdentityHashMap<>();

    Known(Instant moment) {
        this.moment = moment;
    }

    Clause at(Clause clause) {
        return clauses.computeIfAbsent(clause, this::known);
    }

    private Clause known(Clause clause) {
        List<Ladder> ladders = clause.remedies().stream()
                .map(ladder ->
                        new Ladder(ladder.rungs().stream().map(this::known).toList()))
                .toList();
        return new Clause(
                clause.id(),
                clause.by(),
                clause.text(),
                clause.when(),
                clause.duty(),
                clause.strength(),
                clause.target(),
                clause.exclusions(),
                ladders);
    }

    private Rung known(Rung rung) {
        Remedy remedy = rung.remedy();
        return new Rung(
                rung.when(),
                rung.lateBy(),
                rung.again(),
                new Remedy(remedy.kind(), remedy.within(), remedy.calendar().knownAt(moment), known(remedy.payment())));
    }

    private @Nullable Payment known(@Nullable Payment payment) {
        Payment.Further further = payment == null ? null : payment.further();
        return payment == null || further == null
                ? payment
                : new Payment(
                        payment.first(),
                        new Payment.Further(
                                further.amount(),
                                further.per(),
                                further.calendar().knownAt(moment),
                                further.started(),
                                further.fromStart()),
                        payment.table(),
                        payment.partOf(),
                        payment.atLeast(),
                        payment.atMost(),
                        payment.cap(),
                        payment.claim(),
                        payment.payWithin(),
                        payment.latePayment(),
                        payment.payers(),
                        payment.to(),
                        payment.maySetOff());
    }
}

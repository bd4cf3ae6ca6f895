package org.communitycontracts.engine.redress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.judging.Happening;

/**
 * What was paid for what. A payment names its clause and may name clock, cycle and household; what fits several goes to them in order of
 * breach, each up to what it is worth, and what is left over to the last.
 */
final class Receipts {
    private static final String PAID = "paid";

    private final Map<Owed.Key, List<Receipt>> receipts = new HashMap<>();
    private final boolean areKept;

    /** Money that came. */
    private record Receipt(Instant at, Money amount) {}

    /**
     * Divides all payments.
     *
     * @param grants what may have been paid, in order; breaches since struck out are among them
     */
    Receipts(List<Grant> grants, Entries stories) {
        areKept = stories.listAll(Happening.NOT_RECORDED).stream()
                .noneMatch(said -> PAID.equals(said.facts().get("event")));
        Map<String, List<Grant>> bySubject = new TreeMap<>();
        for (Grant grant : grants) {
            bySubject
                    .computeIfAbsent(grant.owed().breach().verdict().subject(), _ -> new ArrayList<>())
                    .add(grant);
        }
        bySubject.forEach((subject, some) -> stories.listOf(subject).stream()
                .filter(told -> told.event().equals(PAID))
                .forEach(paid -> receive(paid, some)));
    }

    /** Whether payments are recorded at all; where nobody records them, none is said to be missing. */
    boolean areKept() {
        return areKept;
    }

    /** What had come by a moment, that moment included. */
    Money by(Instant moment, Owed owed) {
        return receipts.getOrDefault(owed.key(), List.of()).stream()
                .filter(receipt -> !receipt.at().isAfter(moment))
                .map(Receipt::amount)
                .reduce(Money.NONE, Money::plus);
    }

    private void receive(Happening paid, List<Grant> grants) {
        List<Grant> meant =
                grants.stream().filter(grant -> isMeant(grant.owed(), paid)).toList();
        if (!meant.isEmpty()) {
            amount(meant.getFirst(), paid).ifPresent(amount -> divide(amount, paid.at(), meant));
        }
    }

    private void divide(Money amount, Instant at, List<Grant> meant) {
        Money left = amount;
        for (Grant grant : meant) {
            Money missing = grant.amount().less(by(at, grant.owed()));
            Money part = grant.equals(meant.getLast()) ? left : left.atMost(missing);
            receipts.computeIfAbsent(grant.owed().key(), _ -> new ArrayList<>()).add(new Receipt(at, part));
            left = left.less(part);
        }
    }

    private static boolean isMeant(Owed owed, Happening paid) {
        return owed.payment() != null
                && owed.breach().clause().id().equals(paid.facts().get("clause"))
                && owed.breach().isMeantBy(paid)
                && owed.payee().isMeantBy(paid);
    }

    private static Optional<Money> amount(Grant grant, Happening paid) {
        return Money.parse(
                paid.facts().getOrDefault("amount", ""),
                grant.owed().breach().contract().currency());
    }
}

package org.communitycontracts.engine.redress;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.Money;

/**
 * Lays the caps over what is owed, in order of breach, and over it again when breaches were struck out (S19).
 *
 * <p>What anybody was to get before a breach was struck out stays theirs. The room that became free goes to the capped cases in order.
 */
final class Grants {
    private final Room room = new Room();
    private final Map<Owed.Key, Money> before = new HashMap<>();

    private Grants() {}

    /** What is granted while nothing is struck out. */
    static List<Grant> of(List<Owed> owed) {
        return new Grants().granted(owed, Instant.MIN);
    }

    /**
     * What is granted now that some breaches are struck out.
     *
     * @param owed what is owed now
     * @param earlier what was granted while they stood
     * @param struckOut when the last of them was struck out: no later breach was ever worth less because of them
     */
    static List<Grant> adjusted(List<Owed> owed, List<Grant> earlier, Instant struckOut) {
        Grants grants = new Grants();
        earlier.forEach(grant -> grants.before.put(grant.owed().key(), grant.amount()));
        owed.forEach(one -> grants.room.use(one, grants.before(one)));
        return grants.granted(owed, struckOut);
    }

    private List<Grant> granted(List<Owed> owed, Instant struckOut) {
        return owed.stream().map(one -> granted(one, struckOut)).toList();
    }

    private Grant granted(Owed owed, Instant struckOut) {
        Money was = before(owed);
        room.free(owed, was);
        Room.Left left = room.take(owed, owed.wanted());
        Money amount = left.amount().atLeast(was);
        room.use(owed, amount.less(left.amount()));
        boolean isOlder = owed.breach().at().isBefore(struckOut);
        return new Grant(owed, amount, isOlder ? amount.less(was) : Money.NONE, left.why());
    }

    /** What it was worth before, though no more than is owed now. */
    private Money before(Owed owed) {
        return before.getOrDefault(owed.key(), Money.NONE).atMost(owed.wanted());
    }
}

package org.communitycontracts.engine.redress;

import java.util.List;
import org.communitycontracts.engine.contract.Money;

/**
 * What the caps leave of what is owed.
 *
 * @param owed what was asked of them
 * @param amount what is left
 * @param adjusts how much more that is than before breaches were struck out
 * @param why the caps that took something away
 */
record Grant(Owed owed, Money amount, Money adjusts, List<String> why) {
    Grant {
        why = List.copyOf(why);
    }

    Money capped() {
        return owed.wanted().less(amount);
    }

    boolean isCappedToNothing() {
        return amount.isNone() && !owed.wanted().isNone();
    }
}

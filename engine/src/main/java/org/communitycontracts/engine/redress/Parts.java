package org.communitycontracts.engine.redress;

import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.engine.contract.Payment;

/** Divides an amount between those who pay it; what cannot be divided is paid by the first. */
final class Parts {
    private Parts() {}

    static List<Entitlement.Part> of(Owed owed, Money amount) {
        Payment payment = owed.payment();
        if (payment == null || payment.payers().isEmpty()) {
            return List.of(new Entitlement.Part(owed.breach().holder(), amount));
        }
        List<Entitlement.Part> parts = new ArrayList<>();
        Money left = amount;
        for (Payment.Payer payer : payment.payers()) {
            parts.add(new Entitlement.Part(payer.party(), amount.percent(payer.percent())));
            left = left.less(amount.percent(payer.percent()));
        }
        Entitlement.Part first = parts.getFirst();
        parts.set(0, new Entitlement.Part(first.party(), first.amount().plus(left)));
        return parts;
    }

    /** {@code City Council pays £15.00 and Home Group pays £15.00.} */
    static String told(Owed owed, Money amount) {
        return Wording.list(of(owed, amount).stream()
                        .map(part -> name(owed, part.party()) + " pays "
                                + owed.breach().wording().money(part.amount()))
                        .toList())
                + ".";
    }

    /** What people call a party. */
    static String name(Owed owed, String party) {
        Party signed = owed.breach().contract().parties().get(party);
        return signed == null ? party : signed.name();
    }
}

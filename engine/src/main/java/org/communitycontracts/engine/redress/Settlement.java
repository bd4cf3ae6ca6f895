package org.communitycontracts.engine.redress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.judging.Happening;

/**
 * What was granted, what was paid, and what is written of it.
 *
 * @param ladders what the breaches that stand ask for
 * @param grants what the caps leave of it
 * @param struckOut what was granted for breaches since struck out
 * @param last when the last of them was struck out, as it was written down
 * @param stories what was told
 */
record Settlement(Ladders ladders, List<Grant> grants, List<Grant> struckOut, Instant last, Entries stories) {
    static Settlement of(Ladders ladders, Entries stories) {
        return new Settlement(ladders, Grants.of(ladders.owed()), List.of(), Instant.MIN, stories);
    }

    /** Breaches were struck out: what they were worth is worked out first, and then what the others are worth without them. */
    static Settlement after(List<Owed> before, Ladders ladders, Entries stories) {
        List<Grant> earlier = Grants.of(before);
        List<Grant> gone = earlier.stream()
                .filter(grant -> grant.owed().breach().struckOut() != null)
                .toList();
        Instant last = gone.stream().map(grant -> struckOut(grant).recorded()).reduce(Instant.MIN, Owed::latest);
        return new Settlement(ladders, Grants.adjusted(ladders.owed(), earlier, last), gone, last, stories);
    }

    List<Entitlement> entitlements() {
        List<Grant> all = new ArrayList<>(grants);
        all.addAll(struckOut);
        all.sort(Comparator.comparing(Grant::owed, Owed.ORDER));
        Receipts receipts = new Receipts(all, stories);
        List<Entitlement> entitlements = new ArrayList<>();
        for (Grant grant : all) {
            if (grant.owed().breach().struckOut() != null) {
                exGratia(grant, receipts, entitlements);
            } else if (grant.owed().payment() == null) {
                entitlements.add(Entitlements.deed(grant.owed(), stories.asOf()));
            } else {
                money(new Paying(grant, last, receipts, stories.asOf()), entitlements);
            }
        }
        return entitlements;
    }

    private void money(Paying paying, List<Entitlement> entitlements) {
        entitlements.add(Entitlements.money(paying));
        Money supplement = Entitlements.supplement(paying);
        if (!supplement.isNone()) {
            entitlements.add(Entitlements.latePayment(paying, supplement));
        }
        if (paying.grant().isCappedToNothing()) {
            ladders.instead(paying.grant().owed())
                    .ifPresent(deed -> entitlements.add(Entitlements.deed(deed, stories.asOf())));
        }
    }

    private static void exGratia(Grant grant, Receipts receipts, List<Entitlement> entitlements) {
        Happening struckOut = struckOut(grant);
        Money paid = receipts.by(struckOut.recorded(), grant.owed());
        if (!paid.isNone() && !"yes".equals(struckOut.facts().get("fraud"))) {
            entitlements.add(Entitlements.exGratia(grant.owed(), paid, struckOut));
        }
    }

    private static Happening struckOut(Grant grant) {
        return Objects.requireNonNull(grant.owed().breach().struckOut());
    }
}

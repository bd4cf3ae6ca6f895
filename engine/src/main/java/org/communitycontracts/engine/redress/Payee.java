package org.communitycontracts.engine.redress;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who gets what is owed.
 *
 * @param to what they are
 * @param name the household or person; null when nothing names them, and for the fund
 */
record Payee(Payment.To to, @Nullable String name) {
    /** All who are paid for a breach: one, or every household that was affected, in order of name. */
    static List<Payee> listOf(Breach breach, Payment.To to, Entries stories) {
        return switch (to) {
            case HOUSEHOLD -> List.of(household(breach, stories));
            case PERSON ->
                List.of(new Payee(to, stories.facts(breach.verdict().subject()).get("person")));
            case FUND -> List.of(new Payee(to, null));
            case EVERYONE_AFFECTED -> everyoneAffected(breach, stories);
        };
    }

    /** The household of the case. */
    static Payee household(Breach breach, Entries stories) {
        return new Payee(Payment.To.HOUSEHOLD, breach.household(stories));
    }

    private static List<Payee> everyoneAffected(Breach breach, Entries stories) {
        SortedSet<String> households = new TreeSet<>();
        String own = breach.household(stories);
        if (own != null) {
            households.add(own);
        }
        for (Happening told : stories.listFor(breach, "affected")) {
            String named = told.facts().get("household");
            if (named != null) {
                households.add(named);
            }
        }
        List<Payee> payees = new ArrayList<>();
        households.forEach(household -> payees.add(new Payee(Payment.To.EVERYONE_AFFECTED, household)));
        return payees.isEmpty() ? List.of(new Payee(Payment.To.EVERYONE_AFFECTED, null)) : payees;
    }

    boolean isHousehold() {
        return to == Payment.To.HOUSEHOLD || to == Payment.To.EVERYONE_AFFECTED;
    }

    /** Whether a happening that may name a household means this payee. */
    boolean isMeantBy(Happening told) {
        String named = told.facts().get("household");
        return named == null || (isHousehold() && named.equals(name));
    }
}

package org.communitycontracts.contracts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.contracts.Node.Entries;

/** What the remedies of a clause must keep to beyond the schema: amounts that grow, money only where money is promised. */
final class RemedyLint {
    private static final List<String> OF_MONEY =
            List.of("claim", "first", "further", "cap", "pay_within", "late_payment");

    private final Faults faults;

    RemedyLint(Faults faults) {
        this.faults = faults;
    }

    void check(Entries clause) {
        for (Entries remedy : clause.groups("remedy")) {
            boolean isMoney = remedy.text("kind").equals("money");
            if (isMoney && clause.text("duty").equals("reciprocal")) {
                faults.add(
                        remedy.value("kind").place(),
                        "Residents owe no money for a promise of theirs.",
                        "Write another kind of remedy.");
            }
            if (isMoney) {
                checkAmounts(remedy);
            } else {
                refuseMoney(remedy);
            }
        }
    }

    private void refuseMoney(Entries remedy) {
        for (String key : OF_MONEY) {
            remedy.find(key)
                    .ifPresent(value -> faults.add(
                            value.place(),
                            Faults.quote(key) + " speaks of money, but this remedy is "
                                    + Faults.quote(remedy.text("kind")) + ".",
                            "Put it under a remedy with `kind: money`."));
        }
    }

    private void checkAmounts(Entries remedy) {
        if (!remedy.has("first") && !remedy.has("further")) {
            faults.add(
                    remedy.place(),
                    "This remedy is money, but no amount stands in it.",
                    "Add for example `first: \"10.00\"`.");
        }
        remedy.findEntries("cap").ifPresent(cap -> {
            checkGrows(remedy, "first", cap, "per_report");
            checkGrows(cap, "per_report", cap, "per_household");
            checkGrows(cap, "per_household", cap, "per_clause");
            if (!cap.has("per_report")) {
                checkGrows(remedy, "first", cap, "per_household");
            }
            if (!cap.has("per_household")) {
                checkGrows(cap, "per_report", cap, "per_clause");
            }
        });
    }

    private void checkGrows(Entries fewer, String less, Entries more, String larger) {
        Optional<BigDecimal> small = fewer.findText(less).map(BigDecimal::new);
        Optional<BigDecimal> large = more.findText(larger).map(BigDecimal::new);
        if (small.isPresent() && large.isPresent() && small.get().compareTo(large.get()) > 0) {
            faults.add(
                    more.value(larger).place(),
                    Faults.quote(larger) + " is " + large.get() + ", less than " + Faults.quote(less) + ", which is "
                            + small.get() + ".",
                    "Write " + small.get() + " or more.");
        }
    }
}

package org.communitycontracts.contracts;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Items;
import org.communitycontracts.contracts.Node.Text;
import org.communitycontracts.contracts.Node.Whole;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.contract.DatedMoney;
import org.communitycontracts.engine.contract.Money;

/** What a remedy of money must keep to beyond the schema: amounts of the contract's currency that grow, parts that make up the whole. */
final class PaymentLint {
    private static final List<String> CAPS = List.of("per_report", "per_household", "per_clause", "per_contract");
    private static final int WHOLE = 100;

    private final Named named;
    private final Faults faults;
    private final Optional<Currency> currency;

    PaymentLint(Entries root, Named named, Faults faults) {
        this.named = named;
        this.faults = faults;
        this.currency = root.find("currency")
                        .filter(written -> !faults.isSound(written))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(EngineContract.currency(root));
    }

    void check(Entries remedy) {
        boolean hasAmount = Stream.of("first", "further", "table", "part_of").anyMatch(remedy::has);
        if (!hasAmount) {
            faults.add(
                    remedy.place(),
                    "This remedy is money, but no amount stands in it.",
                    "Add for example `first: \"10.00\"`.");
        }
        currency.ifPresent(known -> checkAmounts(remedy, known));
        remedy.findEntries("further").ifPresent(named::checkCalendar);
        checkTable(remedy);
        checkPayers(remedy);
        checkClaim(remedy);
    }

    private void checkAmounts(Entries remedy, Currency known) {
        Stream<Node> own =
                Stream.of("first", "at_least", "at_most", "late_payment").flatMap(key -> remedy.find(key).stream());
        Stream<Node> further = remedy.findEntries("further").stream().map(group -> group.value("amount"));
        Stream<Node> steps = remedy.groups("table").stream().map(step -> step.value("amount"));
        Stream<Node> caps =
                remedy.findEntries("cap").stream().flatMap(cap -> CAPS.stream().flatMap(key -> cap.find(key).stream()));
        List<Node> amounts =
                Stream.of(own, further, steps, caps).flatMap(nodes -> nodes).toList();
        amounts.forEach(amount -> checkAmount(amount, known));
        if (amounts.stream().allMatch(faults::isSound)) {
            new Growth(remedy, known, faults).check();
        }
    }

    private void checkAmount(Node amount, Currency known) {
        Amounts.each(amount, written -> {
            if (Money.parse(written.text(), known).isEmpty()) {
                faults.add(
                        written.place(),
                        Faults.quote(written.text()) + " is not an amount of " + known.getCurrencyCode() + ".",
                        "Write it with "
                                + (known.getDefaultFractionDigits() == 0
                                        ? "no decimals"
                                        : known.getDefaultFractionDigits() + " decimals")
                                + ", for example `\"" + new Money(1000).written(known) + "\"`.");
            }
        });
        if (amount instanceof Items list) {
            Set<String> days = new HashSet<>();
            list.items().stream()
                    .map(item -> (Text) ((Entries) item).value("from"))
                    .filter(day -> !days.add(day.text()))
                    .forEach(day -> faults.add(
                            day.place(), "Two amounts hold from " + day.text() + " on.", "Keep one of the two."));
        }
    }

    private void checkTable(Entries remedy) {
        List<Entries> steps = remedy.groups("table");
        for (int next = 1; next < steps.size(); next++) {
            Optional<Allowance> before = steps.get(next - 1).findText("after").map(Head::length);
            Optional<Allowance> after = steps.get(next).findText("after").map(Head::length);
            boolean isLater = after.isPresent()
                    && (before.isEmpty()
                            || before.get().unit() != after.get().unit()
                            || before.get().count() < after.get().count());
            if (!isLater) {
                faults.add(
                        steps.get(next).place(),
                        "This step does not come later than the one before it.",
                        "Write the steps in the order of time, for example `{after: 5 working days, amount: \"20.00\"}`.");
            }
        }
    }

    private void checkPayers(Entries remedy) {
        List<Entries> payers = remedy.groups("paid_by");
        Set<String> parties = new HashSet<>();
        for (Entries payer : payers) {
            named.checkParty(payer, "party");
            if (!parties.add(payer.text("party"))) {
                faults.add(
                        payer.value("party").place(),
                        Faults.quote(payer.text("party")) + " stands in this list twice.",
                        "Add its parts up.");
            }
        }
        int sum = payers.stream()
                .mapToInt(payer -> ((Whole) payer.value("percent")).number())
                .sum();
        if (!payers.isEmpty() && sum != WHOLE) {
            faults.add(
                    remedy.value("paid_by").place(),
                    "The parts of those who pay make up " + sum + " in 100.",
                    "Write parts that make up 100.");
        }
    }

    private void checkClaim(Entries remedy) {
        boolean isOnClaim = remedy.findText("claim").filter("on_claim"::equals).isPresent();
        if (remedy.has("claim_within") && !isOnClaim) {
            faults.add(
                    remedy.value("claim_within").place(),
                    "This money comes by itself, so there is no time to claim it in.",
                    "Add `claim: on_claim`, or leave `claim_within` out.");
        }
        boolean isPersonal = remedy.findText("to").filter("person"::equals).isPresent();
        remedy.findEntries("cap")
                .filter(cap -> isPersonal)
                .flatMap(cap -> cap.find("per_household"))
                .ifPresent(cap -> faults.add(
                        cap.place(),
                        "This money is for the person, whatever the household, so a limit for one household says nothing.",
                        "Leave it out, or write `to: household`."));
    }

    /** Amounts of which none may be more than the next. */
    private record Growth(Entries remedy, Currency currency, Faults faults) {
        void check() {
            Entries cap = remedy.findEntries("cap").orElse(new Entries(remedy.place(), Map.of()));
            check(remedy, "at_least", remedy, "at_most");
            check(remedy, "first", remedy, "at_most");
            List<String> there = CAPS.stream().filter(cap::has).toList();
            for (int next = 0; next < there.size(); next++) {
                if (next == 0) {
                    check(remedy, "first", cap, there.getFirst());
                    check(remedy, "at_least", cap, there.getFirst());
                } else {
                    check(cap, there.get(next - 1), cap, there.get(next));
                }
            }
        }

        private void check(Entries fewer, String less, Entries more, String larger) {
            if (!fewer.has(less) || !more.has(larger)) {
                return;
            }
            DatedMoney small = Amounts.dated(fewer.value(less), currency);
            DatedMoney large = Amounts.dated(more.value(larger), currency);
            if (Amounts.isMoreThan(small, large)) {
                String least = Amounts.largest(small, currency);
                faults.add(
                        more.value(larger).place(),
                        Faults.quote(larger) + " is " + Amounts.largest(large, currency) + ", less than "
                                + Faults.quote(less) + ", which is " + least + ".",
                        "Write " + least + " or more.");
            }
        }
    }
}

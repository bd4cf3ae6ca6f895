package org.communitycontracts.contracts;

import java.util.List;
import java.util.stream.Stream;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Items;
import org.communitycontracts.contracts.Node.Text;

/** Tells a remedy of money: how much, up to which limits, who pays whom, and by when. */
final class MoneyWords {
    private final Phrases phrases;
    private final CalendarWords calendars;

    MoneyWords(Phrases phrases) {
        this.phrases = phrases;
        this.calendars = new CalendarWords(phrases);
    }

    void tell(Entries remedy, Entries root, List<String> sentences) {
        String currency = EngineContract.currency(root).getCurrencyCode();
        remedy.findText("claim").ifPresent(claim -> sentences.add(phrases.say("claim." + claim)));
        remedy.findText("claim_within")
                .ifPresent(length -> sentences.add(phrases.say("claim_within", phrases.length(length))));
        tellAmount("first", remedy, currency, sentences);
        tellSteps(remedy, currency, sentences);
        remedy.findEntries("part_of")
                .ifPresent(part -> sentences.add(
                        phrases.say("part_of", phrases.label(part.text("fact")), part.number("percent"))));
        remedy.findEntries("further").ifPresent(further -> tellFurther(further, root, sentences));
        tellAmount("at_least", remedy, currency, sentences);
        tellAmount("at_most", remedy, currency, sentences);
        remedy.findEntries("cap").ifPresent(cap -> tellCap(cap, currency, sentences));
        remedy.findText("pay_within")
                .ifPresent(length -> sentences.add(phrases.say("pay_within", phrases.length(length))));
        tellAmount("late_payment", remedy, currency, sentences);
        tellPayers(remedy, root, sentences);
    }

    private void tellAmount(String key, Entries remedy, String currency, List<String> sentences) {
        remedy.find(key).ifPresent(amount -> sentences.add(phrases.say(key, money(amount, currency))));
    }

    private void tellSteps(Entries remedy, String currency, List<String> sentences) {
        for (Entries step : remedy.groups("table")) {
            String amount = money(step.value("amount"), currency);
            sentences.add(step.findText("after")
                    .map(after -> phrases.say("table.after", amount, phrases.length(after)))
                    .orElseGet(() -> phrases.say("table", amount)));
        }
    }

    private void tellFurther(Entries further, Entries root, List<String> sentences) {
        String currency = EngineContract.currency(root).getCurrencyCode();
        sentences.add(phrases.say(
                "further." + further.text("count"),
                money(further.value("amount"), currency),
                phrases.length(further.text("per"))));
        further.findText("from").ifPresent(from -> sentences.add(phrases.say("further.from." + from)));
        sentences.addAll(calendars.of(further, root));
    }

    /** The year a cap is counted in belongs to households, clauses and contracts; a report has no year of its own. */
    private void tellCap(Entries cap, String currency, List<String> sentences) {
        String year = cap.findText("each").map(each -> "." + each).orElse("");
        Stream.of("per_report", "per_household", "per_clause", "per_contract")
                .filter(cap::has)
                .forEach(kind -> sentences.add(phrases.say(
                        "cap." + kind + (kind.equals("per_report") ? "" : year), money(cap.value(kind), currency))));
    }

    private void tellPayers(Entries remedy, Entries root, List<String> sentences) {
        List<String> payers = remedy.groups("paid_by").stream()
                .map(payer -> phrases.say(
                        "payer",
                        root.entries("parties").entries(payer.text("party")).text("name"),
                        payer.number("percent")))
                .toList();
        if (!payers.isEmpty()) {
            sentences.add(phrases.say("paid_by", phrases.list(payers)));
        }
        remedy.findText("to").ifPresent(to -> sentences.add(phrases.say("to." + to)));
        remedy.findText("set_off").ifPresent(rule -> sentences.add(phrases.say("set_off." + rule)));
    }

    /** One amount, or each with the day from which it holds. */
    private String money(Node written, String currency) {
        if (written instanceof Text amount) {
            return phrases.sayOr("money." + currency, "money", amount.text(), currency);
        }
        return phrases.list(((Items) written)
                .items().stream()
                        .map(Entries.class::cast)
                        .map(from -> phrases.say(
                                "money.from", money(from.value("amount"), currency), phrases.date(from.text("from"))))
                        .toList());
    }
}

package org.communitycontracts.contracts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.engine.clock.Allowance;

/** Tells a contract in plain words, made from the same file the engine runs; nothing that the file says is left out. */
public final class PlainWords {
    private static final PlainWords ENGLISH = in(Locale.UK);

    private final Phrases phrases;
    private final ClockWords clocks;
    private final DutyWords duties;
    private final RemedyWords remedies;

    private PlainWords(Phrases phrases) {
        this.phrases = phrases;
        this.clocks = new ClockWords(phrases);
        this.duties = new DutyWords(phrases);
        this.remedies = new RemedyWords(phrases);
    }

    /** In this language; in English where it has no words yet. */
    public static PlainWords in(Locale locale) {
        return new PlainWords(new Phrases(locale));
    }

    /** A clause of this contract, in English. */
    public static ClauseWords of(ContractFile file, String clause) {
        return ENGLISH.clause(file, clause);
    }

    /** When the contract is in force and how its versions follow each other, in English. */
    public static List<String> of(ContractFile file) {
        return ENGLISH.contract(file);
    }

    /** A clause of this contract. */
    public ClauseWords clause(ContractFile file, String id) {
        Entries root = file.tree();
        Entries clause = root.groups("clauses").stream()
                .filter(one -> one.text("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("This contract has no clause " + id));
        Entries party = root.entries("parties").entries(clause.text("by"));
        List<String> sentences = new ArrayList<>();
        sentences.add(phrases.say("promised." + party.text("role"), party.text("name")));
        tellCases(clause, sentences);
        clocks.tell(clause, root, sentences);
        duties.tell(clause, sentences);
        clocks.tellExclusions(clause, sentences);
        remedies.tell(clause, sentences);
        tellNegotiable(clause, sentences);
        return new ClauseWords(clause.text("text"), line(clause, party.text("name")), sentences);
    }

    /** When the contract is in force and how its versions follow each other. */
    public List<String> contract(ContractFile file) {
        LocalDate until = file.contract().until();
        String from = phrases.date(file.contract().from());
        return List.of(
                until == null
                        ? phrases.say("contract.open", from)
                        : phrases.say("contract.until", from, phrases.date(until.minusDays(1))),
                phrases.say("transition." + file.tree().findText("transition").orElse("at_report")));
    }

    private String line(Entries clause, String name) {
        Optional<Entries> share = clause.findEntries("grade").or(() -> clause.findEntries("score"));
        if (share.isPresent()) {
            return phrases.say("line.share", name, share.get().number("share"));
        }
        Optional<Entries> every = clause.findEntries("every");
        if (every.isPresent()) {
            return phrases.count(
                    "line.every",
                    every.get().number("count"),
                    name,
                    phrases.length(every.get().text("period")));
        }
        return clause.findEntries("clock")
                .map(clock -> within(clock.text("within"), name))
                .orElse(phrases.say("line.other", name));
    }

    private String within(String written, String name) {
        Allowance within = Allowance.parse(written).orElseThrow();
        return within.unit().isUncounted()
                ? phrases.say("line." + within.unit().name(), name)
                : phrases.say("line.within", name, phrases.length(within));
    }

    private void tellCases(Entries clause, List<String> sentences) {
        Optional<Entries> when = clause.findEntries("when");
        List<String> categories = when.map(cases -> cases.texts("category")).orElse(List.of());
        List<String> areas = when.map(cases -> cases.texts("area")).orElse(List.of());
        if (!categories.isEmpty()) {
            sentences.add(phrases.say("when.category", phrases.labels(categories)));
        } else if (clause.text("duty").equals("respond")) {
            sentences.add(phrases.say("when.every"));
        }
        if (!areas.isEmpty()) {
            sentences.add(phrases.say("when.area", phrases.list(areas)));
        }
    }

    private void tellNegotiable(Entries clause, List<String> sentences) {
        clause.findEntries("negotiable")
                .ifPresent(terms -> terms.entries().forEach((term, entry) -> {
                    if (entry.value() instanceof Entries range && isRange(range)) {
                        sentences.add(phrases.say(
                                "negotiable.range",
                                phrases.label(term),
                                phrases.length(range.text("from")),
                                phrases.length(range.text("to"))));
                    } else {
                        sentences.add(phrases.say(
                                "negotiable.other", phrases.label(term) + " " + Canonical.json(entry.value())));
                    }
                }));
    }

    private static boolean isRange(Entries range) {
        return range.entries().size() == 2
                && range.find("from").filter(Node.Text.class::isInstance).isPresent()
                && range.find("to").filter(Node.Text.class::isInstance).isPresent();
    }
}

package org.communitycontracts.contracts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.communitycontracts.contracts.Node.Entries;

/** Tells a contract in plain words, made from the same file the engine runs; nothing that the file says is left out. */
public final class PlainWords {
    private static final PlainWords ENGLISH = in(Locale.UK);

    private final Phrases phrases;
    private final ShortLine lines;
    private final CaseWords cases;
    private final ClockWords clocks;
    private final DutyWords duties;
    private final StrengthWords strengths;
    private final ExclusionWords exclusions;
    private final RemedyWords remedies;

    private PlainWords(Phrases phrases) {
        this.phrases = phrases;
        this.lines = new ShortLine(phrases);
        this.cases = new CaseWords(phrases);
        this.clocks = new ClockWords(phrases);
        this.duties = new DutyWords(phrases);
        this.strengths = new StrengthWords(phrases, duties);
        this.exclusions = new ExclusionWords(phrases);
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
        cases.tell(clause, sentences);
        clocks.tell(clause, root, sentences);
        duties.tell(clause, root, sentences);
        strengths.tell(clause, sentences);
        exclusions.tell(clause, root, sentences);
        remedies.tell(clause, root, sentences);
        tellNegotiable(clause, sentences);
        return new ClauseWords(clause.text("text"), lines.of(clause, party.text("name")), sentences);
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

package org.communitycontracts.contracts;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Items;
import org.communitycontracts.contracts.Node.Text;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.When;

/** Reads the clocks of a clause: what starts and stops each, and how long it may run. */
final class ClockTree {
    /** What a clause writes where some cases are promised nothing. */
    static final String NOTHING = "nothing";

    private final Head head;

    ClockTree(Head head) {
        this.head = head;
    }

    /** All clocks of a clause in the order of the file: its {@code clock}, or its {@code clocks}. */
    static List<Entries> list(Entries clause) {
        return clause.findEntries("clock").map(List::of).orElseGet(() -> clause.groups("clocks"));
    }

    Respond respond(Entries clause) {
        return new Respond(list(clause).stream().map(this::clock).toList());
    }

    private ClockRule clock(Entries clock) {
        return new ClockRule(
                clock.findText("id").orElse(""),
                Set.copyOf(clock.words("start")),
                Set.copyOf(clock.words("stop")),
                choices(clock),
                clock.groups("pause").stream()
                        .map(pause -> new ClockRule.PauseRule(
                                pause.text("from"), pause.text("to"), Head.length(pause.text("at_most"))))
                        .toList(),
                Set.copyOf(clock.texts("cancel")),
                clock.findEntries("reopen")
                        .map(reopen -> new ClockRule.Reopening(
                                Head.length(reopen.text("within")), !isSaid(reopen, "as", "new_cycle")))
                        .orElse(null),
                new ClockRule.Moves(
                        isSaid(clock, "recategorise", "from_report"),
                        isSaid(clock, "handover", "restarts"),
                        isSaid(clock, "duplicates", "separate")),
                clock.findText("repeat_until").orElse(null));
    }

    private static boolean isSaid(Entries group, String key, String word) {
        return group.findText(key).filter(word::equals).isPresent();
    }

    private List<Choice> choices(Entries clock) {
        Calendar usual = head.calendar(clock.text("calendar"));
        if (clock.value("within") instanceof Text within) {
            return List.of(new Choice(When.ALWAYS, Head.length(within.text()), usual));
        }
        return groups(clock).stream()
                .map(choice -> new Choice(
                        WhenTree.of(choice),
                        promised(choice).equals(NOTHING) ? null : Head.length(promised(choice)),
                        choice.findText("calendar").map(head::calendar).orElse(usual)))
                .toList();
    }

    /** The choices of a clock as the file writes them; none when it allows one length of time. */
    static List<Entries> groups(Entries clock) {
        return clock.value("within") instanceof Items list
                ? list.items().stream().map(Entries.class::cast).toList()
                : List.of();
    }

    /** What a choice allows: a length of time, or nothing. */
    static String promised(Entries choice) {
        return choice.findText("allow")
                .or(() -> choice.findText("otherwise"))
                .orElseThrow(() -> new IllegalStateException("The lint lets no choice pass without a time"));
    }

    /** A length of time that a clock allows, where it stands, and the calendar it counts. */
    record Length(Text written, String calendar) {}

    /** Every length of time that a clock allows; choices that promise nothing have none. */
    static List<Length> lengths(Entries clock) {
        String usual = clock.text("calendar");
        if (clock.value("within") instanceof Text within) {
            return List.of(new Length(within, usual));
        }
        return groups(clock).stream()
                .flatMap(choice -> Stream.of("allow", "otherwise")
                        .flatMap(key -> choice.oneOrMore(key).stream())
                        .map(length ->
                                new Length(length, choice.findText("calendar").orElse(usual))))
                .filter(length -> !length.written().text().equals(NOTHING))
                .toList();
    }
}

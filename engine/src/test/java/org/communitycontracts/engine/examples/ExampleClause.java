package org.communitycontracts.engine.examples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.communitycontracts.engine.contract.Appoint;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.Grade;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.engine.contract.Reciprocal;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.RollingCount;
import org.communitycontracts.engine.contract.Score;
import org.communitycontracts.engine.contract.ShareOfTime;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.contract.Unmeasurable;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.engine.contract.Window;
import org.communitycontracts.engine.judging.PlainsFarm;
import org.jspecify.annotations.Nullable;

/** Makes the clause that the settings of an example spell, in the words of the contract file. */
record ExampleClause(String kind, Group settings) {
    Clause clause() {
        boolean byResidents = kind.equals("reciprocal");
        Party by = byResidents ? PlainsFarm.RESIDENTS : PlainsFarm.COUNCIL;
        Duty duty = byResidents ? new Reciprocal(pledge()) : duty(kind);
        Target target = target();
        return new Clause(
                kind,
                by,
                "As promised.",
                when(settings),
                duty,
                target == null ? Strength.GUARANTEE : Strength.TARGET,
                target,
                settings.groups("exclude").stream()
                        .map(ExampleClause::exclusion)
                        .toList(),
                List.of());
    }

    private Duty pledge() {
        return duty(settings.has("every") ? "recur" : settings.has("grade") ? "grade" : "respond");
    }

    private Duty duty(String of) {
        return switch (of) {
            case "respond" -> respond(settings.group("clock"));
            case "recur" -> recur(settings.group("every"));
            case "grade" -> grade(settings.group("grade"));
            case "score" -> score(settings.group("score"));
            case "share_of_time" -> time(settings.group("time"));
            case "rolling_count" -> count(settings.group("count"));
            case "appoint" ->
                settings.has("notice") ? notice(settings.group("notice")) : appoint(settings.group("appoint"));
            case "unmeasurable" -> new Unmeasurable(settings.text("duty"));
            default -> throw new IllegalArgumentException("No kind of duty: " + of);
        };
    }

    private static Respond respond(Group clock) {
        Choice choice = new Choice(When.ALWAYS, Objects.requireNonNull(clock.allowance("within")), clock.calendar());
        List<ClockRule.PauseRule> pauses = clock.groups("pause").stream()
                .map(pause -> new ClockRule.PauseRule(
                        pause.text("from"), pause.text("to"), Objects.requireNonNull(pause.allowance("at_most"))))
                .toList();
        return new Respond(List.of(new ClockRule(
                "",
                clock.set("start"),
                clock.set("stop"),
                List.of(choice),
                pauses,
                clock.set("cancel"),
                null,
                ClockRule.Moves.PLAIN,
                null)));
    }

    private Recur recur(Group every) {
        Recur.Each each = null;
        if (every.has("each")) {
            String fact = every.group("each").settings().keySet().iterator().next();
            each = new Recur.Each(fact, every.group("each").texts(fact));
        }
        return new Recur(
                settings.set("evidence"),
                every.allowance("period"),
                every.day("anchor"),
                Integer.parseInt(every.text("count", "0")),
                every.findNumber("at_most"),
                every.allowance("max_gap"),
                every.season(),
                each,
                every.calendar());
    }

    private static Grade grade(Group grade) {
        Grade.Points points = null;
        if (grade.has("points")) {
            Group worth = grade.group("points").group("worth");
            Map<String, Integer> each = new LinkedHashMap<>();
            worth.settings().keySet().forEach(thing -> each.put(thing, worth.number(thing)));
            points = new Grade.Points(
                    each,
                    grade.group("points").texts("below").stream()
                            .map(Integer::valueOf)
                            .toList());
        }
        return new Grade(grade.text("event", "graded"), grade.texts("scale"), grade.text("at_least"), points);
    }

    private static Score score(Group score) {
        return new Score(score.text("question"), score.set("good"), score.set("not_counted"));
    }

    private static ShareOfTime time(Group time) {
        return new ShareOfTime(
                find(time, "down"),
                find(time, "up"),
                find(time, "counted"),
                find(time, "part"),
                find(time, "whole"),
                time.calendar());
    }

    private static RollingCount count(Group count) {
        return new RollingCount(
                count.text("event"),
                count.number("at_most"),
                Objects.requireNonNull(count.allowance("in")),
                find(count, "each"),
                find(count, "distinct"),
                count.calendar());
    }

    private static Appoint appoint(Group appoint) {
        return new Appoint(
                appoint.text("made"),
                appoint.set("kept"),
                appoint.text("cancelled"),
                appoint.allowance("notice"),
                false,
                appoint.calendar());
    }

    private static Appoint notice(Group notice) {
        return new Appoint(
                notice.text("told"),
                notice.set("before"),
                notice.text("cancelled"),
                notice.allowance("at_least"),
                true,
                notice.calendar());
    }

    private static When when(Group of) {
        if (!of.has("when")) {
            return When.ALWAYS;
        }
        Group when = of.group("when");
        return new When(
                when.set("category"), when.set("area"), Map.of(), when.season(), Set.of(), null, null, null, null);
    }

    private static Exclusion exclusion(Group of) {
        return new Exclusion(
                of.text("because"),
                Exclusion.Effect.valueOf(of.text("effect").toUpperCase(Locale.ROOT)),
                Exclusion.Needs.valueOf(of.text("needs").toUpperCase(Locale.ROOT)),
                find(of, "by"),
                find(of, "decided_by"),
                of.allowance("at_most"),
                null,
                when(of));
    }

    /** The target stands on its own, or with the share of a duty that is judged by window. */
    private @Nullable Target target() {
        for (String key : List.of("target", "grade", "score")) {
            if (settings.has(key)
                    && (settings.group(key).has("share") || settings.group(key).has("percentile"))) {
                Group target = settings.group(key);
                return new Target(
                        target.number(target.has("share") ? "share" : "percentile"),
                        Window.valueOf(target.text("over").toUpperCase(Locale.ROOT)),
                        Integer.parseInt(target.text("min_count", "1")),
                        target.allowance("within"));
            }
        }
        return null;
    }

    private static @Nullable String find(Group group, String key) {
        return group.has(key) ? group.text(key) : null;
    }
}

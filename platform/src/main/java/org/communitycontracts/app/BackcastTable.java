package org.communitycontracts.app;

import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.communitycontracts.engine.backcast.Cases;
import org.communitycontracts.engine.backcast.Past;
import org.communitycontracts.engine.backcast.SimulatedClause;
import org.communitycontracts.engine.backcast.Threshold;
import org.communitycontracts.engine.backcast.TimeTaken;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.contract.Contract;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Simulated results as people read them, and as programs do.
 *
 * @param past over which the drafts were run
 * @param runs each contract file and what it would have meant
 */
record BackcastTable(Past past, List<Run> runs) {
    /**
     * One contract file run over the past.
     *
     * @param what contract or draft
     */
    record Run(String what, String file, Contract contract, List<SimulatedClause> clauses) {}

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("Simulated: as if in force from ")
                .append(past.from())
                .append(" until ")
                .append(past.until())
                .append(", outcomes known as of ")
                .append(past.asOf())
                .append(".\n");
        for (Run run : runs) {
            text.append('\n')
                    .append(run.what())
                    .append(' ')
                    .append(run.file())
                    .append(" (")
                    .append(run.contract().id())
                    .append(", version ")
                    .append(run.contract().version())
                    .append(")\n");
            run.clauses()
                    .forEach(clause -> lines(clause, run.contract().currency())
                            .forEach(line -> text.append("  ").append(line).append('\n')));
        }
        return text.toString();
    }

    private List<String> lines(SimulatedClause clause, Currency currency) {
        List<String> lines = new ArrayList<>();
        Cases cases = clause.cases();
        lines.add(clause.clause() + ": " + kept(cases) + ", " + counted(cases.unknown()) + " not yet known, "
                + counted(cases.notCounted()) + " not counted");
        if (cases.counted() > 0) {
            double months = Math.max(1, ChronoUnit.DAYS.between(past.from(), past.until()) / 30.4375);
            lines.add(String.format(Locale.ROOT, "    %.1f cases broken a month", cases.broken() / months));
        }
        clause.taken().stream()
                .filter(taken -> taken.median().isPresent())
                .forEach(taken -> lines.add("    " + taken(taken)));
        if (!clause.cost().isNone()) {
            lines.add("    redress " + clause.cost().written(currency) + " " + currency.getCurrencyCode() + ": "
                    + String.join(
                            ", ",
                            clause.payers().entrySet().stream()
                                    .map(payer -> payer.getKey() + " "
                                            + payer.getValue().written(currency))
                                    .toList()));
        }
        clause.thresholds().forEach(threshold -> lines.add("    " + kept(threshold)));
        if (clause.thresholds().isEmpty()) {
            lines.add("    no time from a start to a stop is promised here, so no other time is told");
        }
        return lines;
    }

    private static String kept(Cases cases) {
        return cases.counted() == 0
                ? "no cases to count"
                : String.format(
                        Locale.ROOT,
                        "%d of %d cases kept (%d in 100)",
                        cases.kept(),
                        cases.counted(),
                        cases.kept() * 100L / cases.counted());
    }

    private static String counted(int cases) {
        return cases == 1 ? "1 case" : cases + " cases";
    }

    /** Each clock on a line of its own, with the calendar whose hours are meant. */
    private static String taken(TimeTaken taken) {
        return clock(taken.clock()) + "half took " + hours(taken.median()) + " or less, nine in ten "
                + hours(taken.ninthDecile()) + " or less, in hours of the calendar "
                + String.join(" or ", taken.calendars()) + (taken.calendars().size() > 1 ? ", as counted for each" : "")
                + ", holds left out";
    }

    private static String clock(String name) {
        return name.isEmpty() ? "" : "clock " + name + ": ";
    }

    private static String kept(Threshold threshold) {
        Threshold.Missing missing = threshold.missing();
        if (missing != null) {
            return clock(threshold.clock()) + "no time is told that would have kept 80, 90 or 95 in 100: "
                    + reason(missing);
        }
        return clock(threshold.clock()) + "would have been kept "
                + String.join(
                        ", ",
                        threshold.smallest().stream()
                                .map(one -> one.percent() + " in 100 with " + time(threshold, one.count()))
                                .toList());
    }

    private static String reason(Threshold.Missing missing) {
        return switch (missing) {
            case NO_CASES -> "no case of it was counted";
            case NONE_CLOSED -> "none of its cases was closed";
            case SEVERAL_TIMES -> "it gives different times to different cases";
            case NO_NUMBER -> "what it promises has no number that could be changed";
            case TURNS_ON_DUE ->
                "extensions, excuses or moves to another promise turn on when it was due; run a draft with the other number";
        };
    }

    private static String time(Threshold threshold, int count) {
        return count > 9_999 ? "more than can be promised" : new Allowance(count, threshold.unit()).toString();
    }

    private static String hours(OptionalLong seconds) {
        return String.format(Locale.ROOT, "%.1f hours", seconds.orElse(0) / 3600.0);
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeBooleanProperty("simulated", true);
            json.writeStringProperty("from", past.from().toString());
            json.writeStringProperty("until", past.until().toString());
            json.writeStringProperty("as_of", past.asOf().toString());
            json.writeArrayPropertyStart("runs");
            runs.forEach(run -> write(run, json));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static void write(Run run, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("kind", run.what());
        json.writeStringProperty("file", run.file());
        json.writeStringProperty("contract", run.contract().id());
        json.writeNumberProperty("version", run.contract().version());
        json.writeArrayPropertyStart("clauses");
        run.clauses().forEach(clause -> write(clause, run.contract().currency(), json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(SimulatedClause clause, Currency currency, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("clause", clause.clause());
        write(clause.cases(), json);
        json.writeObjectPropertyStart("months");
        clause.months().forEach((month, cases) -> {
            json.writeObjectPropertyStart(month.toString());
            write(cases, json);
            json.writeEndObject();
        });
        json.writeEndObject();
        json.writeArrayPropertyStart("taken");
        clause.taken().forEach(taken -> write(taken, json));
        json.writeEndArray();
        json.writeStringProperty("cost", clause.cost().written(currency));
        json.writeObjectPropertyStart("payers");
        clause.payers().forEach((party, amount) -> json.writeStringProperty(party, amount.written(currency)));
        json.writeEndObject();
        json.writeArrayPropertyStart("thresholds");
        clause.thresholds().forEach(threshold -> write(threshold, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Cases cases, JsonGenerator json) {
        json.writeNumberProperty("kept", cases.kept());
        json.writeNumberProperty("broken", cases.broken());
        json.writeNumberProperty("unknown", cases.unknown());
        json.writeNumberProperty("not_counted", cases.notCounted());
    }

    private static void write(TimeTaken taken, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("clock", taken.clock());
        json.writeArrayPropertyStart("calendars");
        taken.calendars().forEach(json::writeString);
        json.writeEndArray();
        taken.median().ifPresent(seconds -> json.writeNumberProperty("median_seconds", seconds));
        taken.ninthDecile().ifPresent(seconds -> json.writeNumberProperty("nine_in_ten_seconds", seconds));
        json.writeEndObject();
    }

    private static void write(Threshold threshold, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("clock", threshold.clock());
        json.writeStringProperty("unit", threshold.unit().name().toLowerCase(Locale.ROOT));
        json.writeObjectPropertyStart("smallest");
        threshold.smallest().forEach(one -> json.writeNumberProperty(Integer.toString(one.percent()), one.count()));
        json.writeEndObject();
        if (threshold.missing() != null) {
            json.writeStringProperty("missing", threshold.missing().name().toLowerCase(Locale.ROOT));
        }
        json.writeEndObject();
    }
}

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
        lines.add(clause.clause() + ": " + kept(cases) + ", " + cases.unknown() + " not yet known, "
                + cases.notCounted() + " not counted");
        if (cases.counted() > 0) {
            double months = Math.max(1, ChronoUnit.DAYS.between(past.from(), past.until()) / 30.4375);
            lines.add(String.format(Locale.ROOT, "    %.1f broken a month", cases.broken() / months));
        }
        if (clause.median().isPresent()) {
            lines.add("    half took " + hours(clause.median()) + " of its calendar or less, nine in ten "
                    + hours(clause.ninthDecile()));
        }
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
        return lines;
    }

    private static String kept(Cases cases) {
        return cases.counted() == 0
                ? "nothing to count"
                : String.format(
                        Locale.ROOT,
                        "%d of %d kept (%d in 100)",
                        cases.kept(),
                        cases.counted(),
                        cases.kept() * 100L / cases.counted());
    }

    private static String kept(Threshold threshold) {
        String clock = threshold.clock().isEmpty() ? "" : threshold.clock() + ": ";
        return clock + "would have been kept "
                + String.join(
                        ", ",
                        threshold.smallest().stream()
                                .map(one -> one.percent() + " in 100 with " + time(threshold, one.count()))
                                .toList());
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
        clause.median().ifPresent(seconds -> json.writeNumberProperty("median_seconds", seconds));
        clause.ninthDecile().ifPresent(seconds -> json.writeNumberProperty("nine_in_ten_seconds", seconds));
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

    private static void write(Threshold threshold, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("clock", threshold.clock());
        json.writeStringProperty("unit", threshold.unit().name().toLowerCase(Locale.ROOT));
        json.writeObjectPropertyStart("smallest");
        threshold.smallest().forEach(one -> json.writeNumberProperty(Integer.toString(one.percent()), one.count()));
        json.writeEndObject();
        json.writeEndObject();
    }
}

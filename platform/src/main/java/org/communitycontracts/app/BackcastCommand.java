package org.communitycontracts.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.engine.backcast.Past;
import org.communitycontracts.engine.backcast.Simulation;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.store.CannotStart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells how drafts would have turned out on what has happened, beside the contract in force. */
@Command(
        name = "backcast",
        mixinStandardHelpOptions = true,
        description =
                "Runs drafts over past happenings, as if they had been in force: kept, broken, time taken, cost, and "
                        + "the time that would have kept 80, 90 and 95 in 100. Simulated, never stored.")
final class BackcastCommand implements Callable<Integer> {
    @Option(
            names = "--contract",
            arity = "1..*",
            paramLabel = "FILE",
            description = "The contract to compare with; of several versions the last counts.")
    private List<Path> contracts = List.of();

    @Option(
            names = "--draft",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "The drafts, each a whole contract file.")
    private List<Path> drafts = List.of();

    @Option(
            names = "--happenings",
            required = true,
            paramLabel = "FILE",
            description = "What happened, as .jsonl (may be packed with gzip).")
    private Path happenings = Path.of("");

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DATE",
            description = "The first day looked at, for example 2025-04-01.")
    private String from = "";

    @Option(
            names = "--until",
            required = true,
            paramLabel = "DATE",
            description = "The first day no longer looked at, for example 2026-04-01.")
    private String until = "";

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "Up to when outcomes are known (default: the last moment in the happenings).")
    private @Nullable String asOf;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<Happening> all = Inputs.happenings(happenings).all();
        Past past = past(all);
        List<BackcastTable.Run> runs = new ArrayList<>();
        if (!contracts.isEmpty()) {
            Inputs.contractFiles(contracts).stream()
                    .max(Comparator.comparingInt(file -> file.contract().version()))
                    .ifPresent(file -> runs.add(run("contract", file, past)));
        }
        for (Path draft : drafts) {
            runs.add(run("draft", Inputs.contractFiles(List.of(draft)).getFirst(), past));
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        BackcastTable table = new BackcastTable(past, runs);
        out.print(json ? table.json() : table.text());
        out.flush();
        return CommunityContracts.DONE;
    }

    private static BackcastTable.Run run(String what, ContractFile file, Past past) {
        return new BackcastTable.Run(
                what,
                file.name(),
                file.contract(),
                Simulation.of(file.contract(), past).clauses());
    }

    private Past past(List<Happening> all) {
        LocalDate first = date("--from", from);
        LocalDate last = date("--until", until);
        if (!first.isBefore(last)) {
            throw new CannotStart("--until lies after --from; " + last + " does not lie after " + first + ".");
        }
        Instant known = asOf == null ? lastMoment(all) : Inputs.moment("--as-of", asOf);
        return new Past(all, first, last, known);
    }

    private Instant lastMoment(List<Happening> all) {
        return all.stream()
                .map(Happening::recorded)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new CannotStart("The file " + happenings + " tells of nothing that happened."));
    }

    private static LocalDate date(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException fault) {
            throw new CannotStart(option + " is a date, for example 2026-04-01, not \"" + text + "\".", fault);
        }
    }
}

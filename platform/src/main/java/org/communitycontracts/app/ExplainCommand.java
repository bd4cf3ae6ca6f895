package org.communitycontracts.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Entitlement;
import org.communitycontracts.reporting.HappeningsFile;
import org.communitycontracts.standards.JudgedFile;
import org.communitycontracts.store.CannotStart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells one case step by step, in words. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Tells how the verdicts on one report were worked out, step by step.")
final class ExplainCommand implements Callable<Integer> {
    @Option(
            names = "--contract",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "The contract's files, a version each.")
    private List<Path> contracts = List.of();

    @Option(
            names = "--happenings",
            required = true,
            paramLabel = "FILE",
            description = "What happened, as .jsonl (may be packed with gzip).")
    private Path happenings = Path.of("");

    @Option(names = "--report", required = true, paramLabel = "ID", description = "The report to explain.")
    private String report = "";

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "TIME",
            description = "What had happened by then is judged, for example 2026-06-30T16:00:00Z.")
    private String asOf = "";

    @Option(
            names = "--known-as-of",
            paramLabel = "TIME",
            description = "What had been written down by then is known (default: the same moment as --as-of).")
    private @Nullable String knownAsOf;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Instant valid = Inputs.moment("--as-of", asOf);
        Instant known = knownAsOf == null ? valid : Inputs.moment("--known-as-of", knownAsOf);
        HappeningsFile stories = Inputs.happenings(happenings);
        List<Contract> versions = Inputs.contracts(contracts);
        JudgedFile judged = JudgedFile.of(versions, stories, valid, known);
        List<Verdict> verdicts = judged.on(report);
        if (verdicts.isEmpty() && !stories.stories().containsKey(report)) {
            throw new CannotStart(
                    "The file " + happenings + " tells nothing of a report \"" + report + "\". Check --report.");
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (verdicts.isEmpty()) {
            out.println("No clause of this contract promises anything about report " + report + ".");
        }
        verdicts.forEach(verdict -> print(verdict, judged.remedies(versions, verdict), out));
        return CommunityContracts.DONE;
    }

    private static void print(Verdict verdict, List<Entitlement> remedies, PrintWriter out) {
        String clock = verdict.clock() == null ? "" : ", " + verdict.clock();
        out.println(verdict.clause() + clock + ": " + words(verdict.state()));
        print(verdict.why(), out);
        for (Entitlement remedy : remedies) {
            out.println("  What follows: "
                    + remedy.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            print(remedy.why(), out);
        }
        out.println();
    }

    private static void print(List<String> steps, PrintWriter out) {
        for (int step = 0; step < steps.size(); step++) {
            out.println(String.format(Locale.ROOT, "%3d. %s", step + 1, steps.get(step)));
        }
    }

    private static String words(Verdict.State state) {
        return switch (state) {
            case MET -> "promise kept";
            case BREACHED -> "promise not kept";
            case PENDING, INSUFFICIENT -> "not yet known";
            case VOID, SUPERSEDED, UNMEASURABLE -> "not counted";
        };
    }
}

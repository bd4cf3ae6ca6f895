package org.communitycontracts.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.communitycontracts.store.CannotStart;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The program: the web site by default, or one of the commands that check, judge, explain and import. */
@Command(
        name = "./run",
        mixinStandardHelpOptions = true,
        version = "Community Contracts 0.1",
        description = "Starts the web site with the sample neighbourhoods, or runs one of the commands below.",
        subcommands = {
            Serve.class,
            CheckCommand.class,
            JudgeCommand.class,
            ExplainCommand.class,
            BackcastCommand.class,
            ImportCommand.class,
            CouncilCommand.class,
            RecordCommand.class,
            VerifyCommand.class,
            RetentionCommand.class,
            LettersCommand.class
        })
public final class CommunityContracts {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int NOT_UNDERSTOOD = 2;

    private CommunityContracts() {}

    public static void main(String[] args) {
        System.exit(run(args, new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8)));
    }

    static int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new CommunityContracts())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(inOneSentence());
        line.getCommandSpec().usageMessage().footer(howToServe(line));
        boolean plain = args.length == 0
                || (args[0].startsWith("--") && !args[0].equals("--help") && !args[0].equals("--version"));
        String[] words = plain ? withServe(args) : args;
        Optional<String> unknown = unknownOption(line, words);
        if (unknown.isPresent()) {
            err.println(unknown.get());
            return NOT_UNDERSTOOD;
        }
        return line.execute(words);
    }

    /** Without a command the web site starts, so its options belong to the first help as well. */
    private static String[] howToServe(CommandLine line) {
        String options = Objects.requireNonNull(line.getSubcommands().get("serve"))
                .getHelp()
                .optionList();
        return ("%nWithout a command the web site starts, as by ./run serve:%n" + options.replace("%", "%%")
                        + "./run COMMAND --help tells the options of a command.")
                .split("%n|\\R", -1);
    }

    /** A misspelt option would be taken for one more file of the option before it; after {@code --} there are only files. */
    private static Optional<String> unknownOption(CommandLine line, String... words) {
        CommandLine command = line.getSubcommands().get(words[0]);
        if (command == null) {
            return Optional.empty();
        }
        CommandLine below = words.length > 1 ? command.getSubcommands().get(words[1]) : null;
        String name = below == null ? words[0] : words[0] + " " + words[1];
        CommandLine meant = below == null ? command : below;
        Set<String> known = new TreeSet<>(meant.getCommandSpec().optionsMap().keySet());
        return Arrays.stream(words)
                .takeWhile(word -> !word.equals("--"))
                .filter(word -> word.startsWith("--"))
                .map(word -> word.split("=", -1)[0])
                .filter(word -> !known.contains(word))
                .findFirst()
                .map(word -> "./run " + name + " has no option " + word + ". It has "
                        + String.join(
                                ", ",
                                known.stream()
                                        .filter(one -> one.startsWith("--"))
                                        .toList())
                        + ".");
    }

    private static String[] withServe(String[] args) {
        String[] serve = new String[args.length + 1];
        serve[0] = "serve";
        System.arraycopy(args, 0, serve, 1, args.length);
        return serve;
    }

    /** What cannot be done is told in one sentence, never as a stack trace. */
    private static IExecutionExceptionHandler inOneSentence() {
        return (fault, line, parsed) -> {
            for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
                if (cause instanceof CannotStart refusal) {
                    line.getErr().println(refusal.getMessage());
                    return REFUSED;
                }
            }
            line.getErr()
                    .println("Something went wrong that the program did not expect: " + fault
                            + ". Please report it with what you did; CC_TRACE=1 before the command shows more.");
            if (System.getenv("CC_TRACE") != null) {
                fault.printStackTrace(line.getErr());
            }
            return REFUSED;
        };
    }
}

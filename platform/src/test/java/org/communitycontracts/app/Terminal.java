package org.communitycontracts.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a command as ./run would, in this process, as if a person stood in a folder. */
final class Terminal {
    private Terminal() {}

    /** What the command printed, faults included, and its exit status. */
    record Answer(int status, String said) {}

    /** Words that name a file of the folder, or the file after {@code --out}, are taken to be in it. */
    static Answer in(Path folder, List<String> words) {
        String[] arguments = new String[words.size()];
        for (int i = 0; i < arguments.length; i++) {
            String word = words.get(i);
            boolean isFile = Files.exists(folder.resolve(word))
                    || (i > 0 && words.get(i - 1).equals("--out"));
            arguments[i] = isFile ? folder.resolve(word).toString() : word;
        }
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int status = CommunityContracts.run(arguments, out, out);
        return new Answer(status, said.toString());
    }
}

package org.communitycontracts.engine.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.communitycontracts.engine.contract.Duty;

/**
 * The page of the reference for one kind of duty, made from the Javadoc of its type and the table of its examples.
 *
 * @param type the type of the duty
 */
record StandardPage(Class<?> type) {
    static final Path FOLDER = Path.of("../docs/standards");
    private static final Path SOURCES = Path.of("src/main/java");

    /** One page for each kind of duty. */
    static List<StandardPage> list() {
        return Stream.of(Duty.class.getPermittedSubclasses())
                .map(StandardPage::new)
                .toList();
    }

    /** The kind, as a contract file spells it: {@code share_of_time}. */
    String kind() {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    Path file() {
        return FOLDER.resolve(kind() + ".md");
    }

    SourceText source() {
        try {
            return new SourceText(
                    Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        StringBuilder page = new StringBuilder("# " + kind() + "\n\n<!-- Made from the Javadoc of "
                + type.getSimpleName() + " and engine/src/test/resources/examples/" + kind()
                + ".txt; see README.md in this folder. -->\n\n");
        SourceText source = source();
        page.append(source.meaning(type.getSimpleName())).append('\n');
        for (Class<?> part : type.getDeclaredClasses()) {
            String meaning = source.meaning(part.getSimpleName());
            if (!meaning.isEmpty()) {
                page.append("\n### ").append(part.getSimpleName()).append("\n\n");
                page.append(meaning).append('\n');
            }
        }
        ExampleFile examples = ExampleFile.of(kind());
        page.append("\n## Examples\n\n");
        if (!examples.prose().isEmpty()) {
            page.append(examples.prose()).append("\n\n");
        }
        page.append("How to read them stands in `engine/src/test/resources/examples/README.md`. Each is a test.\n");
        examples.blocks()
                .forEach((name, lines) -> page.append("\n### ")
                        .append(name)
                        .append("\n\n```yaml\n")
                        .append(String.join("\n", lines).strip())
                        .append("\n```\n"));
        return page.toString();
    }
}

package org.communitycontracts.engine.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of duty has its page, its table of examples and its Javadoc, and the page is what these make. */
class StandardPagesTest {
    private static final int A_SENTENCE = 40;

    static List<StandardPage> kinds() {
        return StandardPage.list();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfDutySaysWhatItMeans(StandardPage page) {
        assertThat(page.source().meaning(page.type().getSimpleName()))
                .as("the Javadoc of %s", page.type())
                .hasSizeGreaterThan(A_SENTENCE);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfDutyHasExamples(StandardPage page) {
        assertThat(ExampleFile.FOLDER.resolve(page.kind() + ".txt")).isRegularFile();
        assertThat(ExampleFile.of(page.kind()).examples()).isNotEmpty();
    }

    /** To write the pages anew, run this test with {@code -Dwrite.standards=true}. */
    @ParameterizedTest
    @MethodSource("kinds")
    void everyPageIsMadeFromJavadocAndExamples(StandardPage page) throws IOException {
        if (Boolean.getBoolean("write.standards")) {
            Files.createDirectories(StandardPage.FOLDER);
            Files.writeString(page.file(), page.text());
        }
        assertThat(page.file()).isRegularFile();
        assertThat(Files.readString(page.file()))
                .as("%s; write the pages with -Dwrite.standards=true", page.file())
                .isEqualTo(page.text());
    }

    @Test
    void noPageAndNoTableIsLeftOverFromAKindThatIsGone() throws IOException {
        List<String> kinds =
                StandardPage.list().stream().map(StandardPage::kind).toList();
        assertThat(names(StandardPage.FOLDER, ".md")).containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(names(ExampleFile.FOLDER, ".txt")).containsExactlyInAnyOrderElementsOf(kinds);
    }

    private static List<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending) && !name.equals("README.md"))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .toList();
        }
    }
}

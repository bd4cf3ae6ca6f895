package org.communitycontracts.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word for one thing: what a room shows at its door stands in the glossary, and the glossary names nothing that is gone. */
class GlossaryTest {
    private static final Path GLOSSARY = Path.of("..", "GLOSSARY.md");
    private static final Path ROOMS = Path.of("src", "main", "java", "org", "communitycontracts");
    private static final Path ENGINE = Path.of("..", "engine", "src", "main", "java");
    private static final Pattern PUBLIC = Pattern.compile(
            "(?m)^public (?:final |sealed |non-sealed |abstract )*(?:class|record|interface|enum) (\\w+)");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)`");

    /** Rooms that speak no word of the street; the glossary says so. */
    private static final Set<String> PLUMBING = Set.of("web", "store", "post", "acts");

    /** The program itself: nobody meets it as a word. */
    private static final Set<String> EXCEPTIONS = Set.of("CommunityContracts");

    @Test
    void everyPublicTypeOfARoomsDoorStandsInTheGlossary() throws IOException {
        Set<String> door = types(ROOMS, PUBLIC);
        assertThat(door).hasSizeGreaterThan(40);
        door.removeAll(EXCEPTIONS);
        assertThat(named()).containsAll(door);
    }

    @Test
    void everyTypeThatTheGlossaryNamesIsThere() throws IOException {
        Set<String> known = types(ROOMS, PUBLIC);
        known.addAll(types(ENGINE, PUBLIC));
        assertThat(named()).isSubsetOf(known);
    }

    @Test
    void anExceptionThatNobodyNeedsIsTakenOff() throws IOException {
        assertThat(types(ROOMS, PUBLIC)).containsAll(EXCEPTIONS);
        assertThat(named()).doesNotContainAnyElementsOf(EXCEPTIONS);
    }

    private static Set<String> named() throws IOException {
        return found(Files.readString(GLOSSARY), NAMED);
    }

    private static Set<String> types(Path sources, Pattern pattern) throws IOException {
        Set<String> types = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> !PLUMBING.contains(
                            sources.relativize(each).getName(0).toString()))
                    .toList()) {
                types.addAll(found(Files.readString(file), pattern));
            }
        }
        return types;
    }

    private static Set<String> found(String text, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            found.add(matcher.group(1));
        }
        return found;
    }
}

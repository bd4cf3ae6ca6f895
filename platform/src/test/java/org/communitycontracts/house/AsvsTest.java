package org.communitycontracts.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The list of OWASP ASVS 5.0, levels 1 and 2: each requirement names tests that exist, a thing that is absent here and shown to
 * be, or one of at most ten reasons.
 */
class AsvsTest {
    private static final Path LIST = Path.of("..", "docs", "security", "asvs.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([0-9]+)\\.([0-9]+)\\.([0-9]+) \\| ([12]) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern REASON = Pattern.compile("(?m)^([0-9]+)\\. ");
    private static final Pattern NAMED = Pattern.compile("([A-Z][A-Za-z0-9]*Test)#([a-z][A-Za-z0-9]*)");

    /** How many requirements of levels 1 and 2 each chapter of the standard has: 70 and 183, 253 together. */
    private static final List<Integer> CHAPTERS = List.of(27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7);

    private static final int FIRST_LEVEL = 70;

    private static String text = "";
    private static List<Requirement> rows = List.of();

    private record Requirement(String number, int chapter, int level, String asks, String answer) {
        List<String> answers() {
            return Arrays.stream(answer.split(", (?=[A-Z]|not here|reason)"))
                    .map(String::strip)
                    .toList();
        }
    }

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(LIST);
        List<Requirement> read = new ArrayList<>();
        Matcher row = ROW.matcher(text);
        while (row.find()) {
            read.add(new Requirement(
                    row.group(1) + "." + row.group(2) + "." + row.group(3),
                    Integer.parseInt(row.group(1)),
                    Integer.parseInt(row.group(4)),
                    row.group(5),
                    row.group(6)));
        }
        rows = List.copyOf(read);
    }

    @Test
    void everyRequirementOfBothLevelsStandsThereOnce() {
        assertThat(rows).extracting(Requirement::number).doesNotHaveDuplicates();
        Map<Integer, Long> counted =
                rows.stream().collect(Collectors.groupingBy(Requirement::chapter, TreeMap::new, Collectors.counting()));
        for (int chapter = 1; chapter <= CHAPTERS.size(); chapter++) {
            assertThat(counted.getOrDefault(chapter, 0L))
                    .as("chapter " + chapter)
                    .isEqualTo((long) CHAPTERS.get(chapter - 1));
        }
        assertThat(rows.stream().filter(row -> row.level() == 1)).hasSize(FIRST_LEVEL);
    }

    @Test
    void everyAnswerIsATestThatExistsAThingThatIsAbsentOrAReason() throws Exception {
        Map<String, String> classes = testClasses();
        TreeSet<String> reasons = new TreeSet<>();
        for (Requirement row : rows) {
            for (String answer : row.answers()) {
                if (answer.startsWith("not here: ")) {
                    assertThat(AbsentTest.THINGS).as(row.number()).containsKey(answer.substring("not here: ".length()));
                } else if (answer.startsWith("reason ")) {
                    reasons.add(answer.substring("reason ".length()));
                } else {
                    assertExists(row.number(), answer, classes);
                }
            }
        }
        assertThat(reasons).hasSizeLessThanOrEqualTo(10);
        String given = text.substring(text.indexOf("\n## Reasons"));
        assertThat(REASON.matcher(given).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(reasons);
    }

    @Test
    void everySectionThatMustBeWrittenIsThere() throws IOException {
        String page = Files.readString(LIST.resolveSibling("README.md"));
        List<String> sections = List.of(page.split("(?m)^## "));
        assertThat(sections)
                .extracting(section -> section.lines().findFirst().orElse(""))
                .contains(
                        "Ways in",
                        "Sessions",
                        "Who may do what",
                        "What is typed",
                        "Files",
                        "Keys and secrets",
                        "Whom the program talks to",
                        "What is written down",
                        "What is kept of people",
                        "Work that costs",
                        "Libraries");
        assertThat(sections)
                .allSatisfy(section -> assertThat(section.split("\\s+")).hasSizeGreaterThan(25));
        assertThat(page).contains("host of its own");
    }

    private static void assertExists(String number, String answer, Map<String, String> classes) throws Exception {
        Matcher named = NAMED.matcher(answer);
        assertThat(named.matches()).as(number + ": " + answer).isTrue();
        assertThat(classes).as(number).containsKey(named.group(1));
        boolean isTest = Arrays.stream(
                        Class.forName(classes.get(named.group(1)), false, AsvsTest.class.getClassLoader())
                                .getDeclaredMethods())
                .filter(method -> method.getName().equals(named.group(2)))
                .anyMatch(AsvsTest::isTest);
        assertThat(isTest).as(number + ": " + answer + " is no test").isTrue();
    }

    private static boolean isTest(Method method) {
        return AnnotationSupport.isAnnotated((AnnotatedElement) method, Testable.class);
    }

    private static Map<String, String> testClasses() throws IOException {
        Path compiled = Path.of("target", "test-classes");
        try (Stream<Path> files = Files.walk(compiled)) {
            return files.filter(file -> file.toString().endsWith("Test.class"))
                    .map(file -> compiled.relativize(file)
                            .toString()
                            .replace(".class", "")
                            .replace('/', '.'))
                    .collect(Collectors.toMap(
                            name -> name.substring(name.lastIndexOf('.') + 1), name -> name, (one, _) -> one));
        }
    }
}

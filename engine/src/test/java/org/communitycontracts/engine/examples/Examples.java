package org.communitycontracts.engine.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.junit.jupiter.api.DynamicTest;

/** Runs the examples of one kind of duty, each as a test of its own. */
final class Examples {
    private Examples() {}

    static Stream<DynamicTest> of(String kind) {
        return ExampleFile.of(kind).examples().stream()
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> check(kind, example)));
    }

    private static void check(String kind, Example example) {
        List<Verdict> found = example.verdicts(kind);
        if (example.isAll()) {
            assertThat(found.stream().map(Expected::subject).toList())
                    .containsExactlyElementsOf(
                            example.expected().stream().map(Expected::subject).toList());
        }
        assertThat(example.expected())
                .isNotEmpty()
                .allSatisfy(expected -> assertThat(found)
                        .filteredOn(verdict -> Expected.subject(verdict).equals(expected.subject()))
                        .as("the verdict on %s, of %s", expected.subject(), found)
                        .singleElement()
                        .satisfies(
                                verdict -> assertThat(expected.differs(verdict)).isEmpty()));
        List<Happening> shuffled = new ArrayList<>(example.happens());
        Collections.shuffle(shuffled, new Random(9));
        assertThat(example.verdicts(kind, shuffled)).as("in another order").isEqualTo(found);
    }
}

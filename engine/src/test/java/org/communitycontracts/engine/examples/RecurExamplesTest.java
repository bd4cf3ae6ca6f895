package org.communitycontracts.engine.examples;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of examples/recur.txt. */
class RecurExamplesTest {
    @TestFactory
    Stream<DynamicTest> everyExampleGivesItsVerdicts() {
        return Examples.of("recur");
    }
}

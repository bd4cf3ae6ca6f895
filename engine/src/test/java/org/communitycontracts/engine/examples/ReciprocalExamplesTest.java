package org.communitycontracts.engine.examples;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of examples/reciprocal.txt. */
class ReciprocalExamplesTest {
    @TestFactory
    Stream<DynamicTest> everyExampleGivesItsVerdicts() {
        return Examples.of("reciprocal");
    }
}

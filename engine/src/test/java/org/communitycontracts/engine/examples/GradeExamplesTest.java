package org.communitycontracts.engine.examples;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of examples/grade.txt. */
class GradeExamplesTest {
    @TestFactory
    Stream<DynamicTest> everyExampleGivesItsVerdicts() {
        return Examples.of("grade");
    }
}

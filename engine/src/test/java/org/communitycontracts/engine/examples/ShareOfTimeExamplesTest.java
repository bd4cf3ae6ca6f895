package org.communitycontracts.engine.examples;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of examples/share_of_time.txt. */
class ShareOfTimeExamplesTest {
    @TestFactory
    Stream<DynamicTest> everyExampleGivesItsVerdicts() {
        return Examples.of("share_of_time");
    }
}

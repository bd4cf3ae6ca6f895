package org.communitycontracts.standards.open311;

import java.util.List;

/** What a question is answered with. */
sealed interface Answer {
    /** The answer, under the name that XML gives it. */
    record Told(String root, Said said) implements Answer {}

    /** Something sent was stored for good. */
    record Received(Said said) implements Answer {}

    /** There is none, and why: every fault of the question at once. */
    record Refused(List<Fault> faults) implements Answer {
        public Refused {
            faults = List.copyOf(faults);
        }

        /** The status of the whole answer: that of the first fault. */
        int status() {
            return faults.getFirst().code();
        }

        Said said() {
            return new Said.ListOf(
                    "error",
                    faults.stream()
                            .map(fault -> Said.parts()
                                    .add("code", new Said.Count(fault.code()))
                                    .add("description", fault.description())
                                    .group())
                            .toList());
        }
    }

    /**
     * One thing that is wrong with a question.
     *
     * @param code 400 for what was asked wrongly, 403 for what one may not, 404 for what there is not
     * @param description what is wrong, and what to write instead
     */
    record Fault(int code, String description) {}

    static Answer refused(int code, String description) {
        return new Refused(List.of(new Fault(code, description)));
    }
}

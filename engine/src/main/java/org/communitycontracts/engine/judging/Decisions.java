package org.communitycontracts.engine.judging;

import java.util.stream.Stream;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Exclusion;
import org.jspecify.annotations.Nullable;

/** What others said of a plea: a decision or a protest, on the report or of the notice. */
final class Decisions {
    private static final String BECAUSE = "because";
    private static final String DECLARED = "notice_declared";

    private final Contract contract;
    private final Exclusion exclusion;
    private final Happening plea;
    private @Nullable Happening accepted;
    private @Nullable Happening refused;
    private @Nullable Happening contested;

    Decisions(Contract contract, Timeline story, Exclusion exclusion, Happening plea) {
        this.contract = contract;
        this.exclusion = exclusion;
        this.plea = plea;
        Stream.concat(story.happenings().stream().filter(story::isOwn), story.ofNone().stream())
                .filter(said -> exclusion.because().equals(said.facts().get(BECAUSE)))
                .filter(said -> !said.at().isBefore(plea.at()))
                .filter(this::isOfThis)
                .sorted(Timeline.ORDER)
                .forEach(this::take);
    }

    /** Whether the plea stands after all that was said: not thrown out, and accepted where that is asked for. */
    boolean uphold() {
        return refused == null && (exclusion.decidedBy() == null || accepted != null);
    }

    boolean isThrownOut() {
        return refused != null;
    }

    @Nullable
    Happening accepted() {
        return accepted;
    }

    @Nullable
    Happening last() {
        return refused != null ? refused : contested != null ? contested : accepted;
    }

    /** What belongs to no report speaks of one notice, by the moment at which it was declared. */
    private boolean isOfThis(Happening said) {
        return said.report() != null
                || (plea.report() == null
                        && WrittenMoments.find(said.facts().get(DECLARED))
                                .filter(plea.at()::equals)
                                .isPresent());
    }

    private void take(Happening said) {
        boolean decides = said.by() != null && said.by().equals(exclusion.decidedBy());
        switch (said.event()) {
            case Exclusion.ACCEPTED -> {
                if (decides) {
                    accepted = accepted == null ? said : accepted;
                    refused = null;
                }
            }
            case Exclusion.REFUSED -> {
                if (decides || contract.isOutsider(said.by())) {
                    refused = said;
                    accepted = null;
                }
            }
            case Pleas.CONTESTED -> contested = said;
            default -> {}
        }
    }
}

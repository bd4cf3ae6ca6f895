package org.communitycontracts.reporting.route;

import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.reporting.Told;
import org.communitycontracts.web.Link;
import org.communitycontracts.web.Words;
import org.communitycontracts.web.parts.Row;

/** All answers of a report on one page, each with a way back to its question. */
final class Check {
    private static final Words WORDS = Step.WORDS;

    private Check() {}

    static List<Row> rows(Route route) {
        List<Row> rows = new ArrayList<>();
        for (Step step : route.steps()) {
            boolean isAsked = step != Step.ALREADY || !route.draft().same().isEmpty();
            if (step != Step.CHECK && isAsked) {
                rows.add(row(step, route.draft()).with(Link.to(WORDS.of("check.change"), route.address(step))));
            }
        }
        if (route.draft().category().isPrivate()) {
            rows.add(Row.of(WORDS.of("check.seen"), WORDS.of("seen.private")));
        }
        return rows;
    }

    private static Row row(Step step, Draft draft) {
        return Row.of(WORDS.of("check." + step.word()), value(step, draft));
    }

    private static String value(Step step, Draft draft) {
        return switch (step) {
            case TELLER ->
                WORDS.of(
                        "check.told",
                        WORDS.of("route." + draft.of("route")),
                        draft.of("teller").isEmpty() ? WORDS.of("check.unnamed") : draft.of("teller"));
            case SPOT -> draft.spot();
            case KIND -> Kinds.name(draft.category());
            case DETAILS -> draft.of("description");
            case MORE -> given(draft.of("answer"));
            case PHOTOS -> draft.of("photos").equals("0") ? WORDS.of("check.none") : draft.of("photos");
            case SEEN -> WORDS.of("seen." + draft.of("seen"));
            case WHO ->
                draft.of("who").equals(Told.KnownTo.NOBODY.word())
                        ? WORDS.of("who.nobody")
                        : WORDS.of("check.named", draft.of("name"), WORDS.of("who." + draft.of("who")));
            case NEWS -> given(draft.of("email"));
            case ALREADY -> WORDS.of("check.already.as", draft.same());
            case CHECK -> "";
        };
    }

    private static String given(String answer) {
        return answer.isEmpty() ? WORDS.of("check.none") : answer;
    }
}

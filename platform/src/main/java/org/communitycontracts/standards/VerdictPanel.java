package org.communitycontracts.standards;

import gg.jte.Content;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.communitycontracts.contracts.Contracts;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.reporting.Panel;
import org.communitycontracts.reporting.Recorded;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** First on a report's page: what was promised about it, whether that was kept, and how this was worked out. */
@Component
@Order(0)
class VerdictPanel implements Panel {
    private final Words words = Words.beside(VerdictPanel.class);
    private final Pages pages;
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final Contracts contracts;
    private final Verdicts verdicts;
    private final Recorded recorded;
    private final Clock clock;

    VerdictPanel(
            Pages pages,
            Councils councils,
            Neighbourhoods neighbourhoods,
            Contracts contracts,
            Verdicts verdicts,
            Recorded recorded,
            Clock clock) {
        this.pages = pages;
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.contracts = contracts;
        this.verdicts = verdicts;
        this.recorded = recorded;
        this.clock = clock;
    }

    @Override
    public Piece show(Report report) {
        Council council = councils.council(report.council());
        Instant now = clock.instant();
        Instant figures = council.asOf(now);
        Instant asOf = figures.isBefore(report.madeAt()) ? now : figures;
        List<Happening> story = verdicts.story(report);
        List<Ruling> rulings = new ArrayList<>();
        verdicts.explain(Covered.listFor(contracts, report), report, asOf, now).forEach((covered, found) -> {
            Remedies remedies = verdicts.remedies(covered, found, report, asOf, now);
            found.forEach(verdict -> rulings.add(new Ruling(
                    verdict,
                    covered.clause(verdict),
                    scope(covered, council),
                    story,
                    remedies.of(verdict),
                    covered.zone(),
                    words)));
        });
        Content content = pages.piece(
                "standards/verdict.jte",
                Map.of(
                        "words",
                        words,
                        "rulings",
                        rulings,
                        "isPrivate",
                        !recorded.privateAmong(report.council(), List.of(report.id()))
                                .isEmpty(),
                        "now",
                        asOf,
                        "asOf",
                        Ruling.day(asOf, council.zone())));
        return new Piece(
                content,
                rulings.stream().flatMap(ruling -> ruling.moments().stream()).toList());
    }

    private String scope(Covered covered, Council council) {
        Long place = covered.neighbourhood();
        return place == null
                ? words.of("whole", council.name())
                : neighbourhoods.neighbourhood(council.id(), place).name();
    }
}

package org.communitycontracts.news;

import java.util.List;
import java.util.Map;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.reporting.Panel;
import org.communitycontracts.reporting.Recorded;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.springframework.stereotype.Component;

/** On the page of a public report: how to get news of it. */
@Component("newsOfCase")
class CasePanel implements Panel {
    private final Words words = Words.beside(CasePanel.class);
    private final Pages pages;
    private final Councils councils;
    private final Recorded recorded;

    CasePanel(Pages pages, Councils councils, Recorded recorded) {
        this.pages = pages;
        this.councils = councils;
        this.recorded = recorded;
    }

    @Override
    public Piece show(Report report) {
        if (!recorded.privateAmong(report.council(), List.of(report.id())).isEmpty()) {
            return new Piece(_ -> {}, List.of());
        }
        Council council = councils.council(report.council());
        String home = "/councils/" + council.slug();
        return new Piece(
                pages.piece(
                        "news/panel.jte",
                        Map.of(
                                "words",
                                words,
                                "ask",
                                home + "/news?report=" + report.reference(),
                                "home",
                                home + "/cases/" + report.reference())),
                List.of());
    }
}

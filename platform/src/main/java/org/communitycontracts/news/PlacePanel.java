package org.communitycontracts.news;

import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Panel;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a neighbourhood's page: how to get news of it. */
@Component("newsOfPlace")
@Order
class PlacePanel implements Panel {
    private final Words words = Words.beside(PlacePanel.class);
    private final Pages pages;

    PlacePanel(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Optional<Content> show(Council council) {
        return Optional.empty();
    }

    @Override
    public Optional<Content> show(Council council, Neighbourhood neighbourhood) {
        String home = "/councils/" + council.slug();
        return Optional.of(pages.piece(
                "news/panel.jte",
                Map.of(
                        "words",
                        words,
                        "ask",
                        home + "/news?place=" + neighbourhood.slug(),
                        "home",
                        home + "/" + neighbourhood.slug())));
    }
}

package org.communitycontracts.scoreboard;

import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Panel;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.springframework.stereotype.Component;

/** The scoreboard on the page of a neighbourhood, and on that of a council with a contract of its own. */
@Component
class PlacePanel implements Panel {
    private final Words words = Words.beside(PlacePanel.class);
    private final Pages pages;
    private final Boards boards;

    PlacePanel(Pages pages, Boards boards) {
        this.pages = pages;
        this.boards = boards;
    }

    @Override
    public Optional<Content> show(Council council) {
        return boards.find(new Where(council, null)).map(board -> panel(board, Optional.empty()));
    }

    @Override
    public Optional<Content> show(Council council, Neighbourhood neighbourhood) {
        Where where = new Where(council, neighbourhood);
        return boards.find(where)
                .map(board -> panel(
                        board,
                        board.shared()
                                ? Optional.empty()
                                : boards.findWider(where).map(whole -> new Wider(board, whole))));
    }

    @Override
    public Map<Long, String> notes(Council council) {
        return boards.listOwn(council).keySet().stream()
                .collect(Collectors.toMap(Function.identity(), _ -> words.of("own")));
    }

    private Content panel(Board board, Optional<Wider> wider) {
        InWords said = new InWords(words, board.where().council().zone());
        return pages.piece("scoreboard/panel.jte", Map.of("board", board, "said", said, "wider", wider));
    }
}

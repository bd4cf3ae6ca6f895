package org.communitycontracts.scoreboard;

import java.util.List;
import java.util.Map;
import org.communitycontracts.contracts.PlainWords;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pages of a clause and of a contract. */
@RestController
class ScoreboardPages {
    private final Words words = Words.beside(ScoreboardPages.class);
    private final Pages pages;
    private final Boards boards;
    private final Neighbourhoods neighbourhoods;

    ScoreboardPages(Pages pages, Boards boards, Neighbourhoods neighbourhoods) {
        this.pages = pages;
        this.boards = boards;
        this.neighbourhoods = neighbourhoods;
    }

    @GetMapping({"/councils/{council}/clauses/{clause}", "/councils/{council}/{place}/clauses/{clause}"})
    ResponseEntity<byte[]> clause(
            @PathVariable String council, @PathVariable @Nullable String place, @PathVariable String clause) {
        return boards.find(council, place)
                .flatMap(board -> board.find(clause).map(line -> page(board, line)))
                .map(page -> pages.page("scoreboard/clause.jte", Map.of("page", page, "said", said(page.board()))))
                .orElseGet(pages::notFound);
    }

    @GetMapping({"/councils/{council}/contract", "/councils/{council}/{place}/contract"})
    ResponseEntity<byte[]> contract(@PathVariable String council, @PathVariable @Nullable String place) {
        return boards.find(council, place)
                .filter(board -> !board.shared())
                .map(board -> pages.page("scoreboard/contract.jte", Map.of("board", board, "said", said(board))))
                .orElseGet(pages::notFound);
    }

    private InWords said(Board board) {
        return new InWords(words, board.where().council().zone());
    }

    private ClausePage page(Board board, Line line) {
        return new ClausePage(board, line, locals(board, line), meaning(board, line));
    }

    private List<ClausePage.Local> locals(Board board, Line line) {
        if (board.where().neighbourhood() != null) {
            return List.of();
        }
        Neighbours neighbours = boards.neighbours(board).get(line.clause().id());
        List<Neighbourhood> places = neighbourhoods.list(board.where().council().id());
        if (neighbours == null || places.size() < 2) {
            return List.of();
        }
        return places.stream()
                .map(place -> new ClausePage.Local(
                        place.name(),
                        new Where(board.where().council(), place).address() + "/clauses/"
                                + line.clause().id(),
                        neighbours.find(place.id()).orElse(null)))
                .toList();
    }

    private static List<String> meaning(Board board, Line line) {
        String clause = line.clause().id();
        return PlainWords.of(board.agreement().fileWith(clause), clause).sentences();
    }
}

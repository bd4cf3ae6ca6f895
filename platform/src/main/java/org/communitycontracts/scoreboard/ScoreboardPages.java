package org.communitycontracts.scoreboard;

import java.util.List;
import java.util.Map;
import org.communitycontracts.contracts.PlainWords;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.web.Link;
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
        return boards.find(council, place, clause)
                .flatMap(board -> board.find(clause).map(line -> page(board, line)))
                .map(page -> pages.page("scoreboard/clause.jte", Map.of("page", page, "said", said(page.board()))))
                .orElseGet(pages::notFound);
    }

    @GetMapping({"/councils/{council}/contract", "/councils/{council}/{place}/contract"})
    ResponseEntity<byte[]> contract(@PathVariable String council, @PathVariable @Nullable String place) {
        return boards.find(council, place)
                .filter(board -> !board.shared())
                .map(board -> pages.page(
                        "scoreboard/contract.jte",
                        Map.of("board", board, "said", said(board), "besides", besides(board))))
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
        Map<Long, List<Clause>> own = boards.listOwn(board.where().council());
        return places.stream()
                .map(place -> new ClausePage.Local(
                        place.name(),
                        address(board, line, place, own.getOrDefault(place.id(), List.of())),
                        neighbours.find(place.id()).orElse(null),
                        own.containsKey(place.id())))
                .toList();
    }

    /** Where the neighbourhood's own contract has a clause of the same name, that one stands there: its whole page, then. */
    private static String address(Board board, Line line, Neighbourhood place, List<Clause> own) {
        String address = new Where(board.where().council(), place).address();
        return own.stream().anyMatch(clause -> clause.id().equals(line.clause().id()))
                ? address
                : address + "/clauses/" + line.clause().id();
    }

    /** The other contracts that hold here: of one neighbourhood that of the whole council, of a council those of its places. */
    private List<Link> besides(Board board) {
        Council council = board.where().council();
        if (board.where().neighbourhood() != null) {
            return boards.findWider(board.where()).map(Board::contractAddress).stream()
                    .map(address -> Link.to(council.name(), address))
                    .toList();
        }
        Map<Long, List<Clause>> own = boards.listOwn(council);
        return neighbourhoods.list(council.id()).stream()
                .filter(place -> own.containsKey(place.id()))
                .map(place -> Link.to(place.name(), new Where(council, place).address() + "/contract"))
                .toList();
    }

    private static List<String> meaning(Board board, Line line) {
        String clause = line.clause().id();
        return PlainWords.of(board.agreement().fileWith(clause), clause).sentences();
    }
}

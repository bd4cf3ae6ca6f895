package org.communitycontracts.scoreboard;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.standards.CaseList;
import org.communitycontracts.standards.Cases;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The cases behind a figure. A figure that is not shown has no list either, since a list can be counted. */
@RestController("scoreboardCasePages")
class CasePages {
    private final Words words = Words.beside(CasePages.class);
    private final Pages pages;
    private final Boards boards;
    private final Cases cases;
    private final Reports reports;

    CasePages(Pages pages, Boards boards, Cases cases, Reports reports) {
        this.pages = pages;
        this.boards = boards;
        this.cases = cases;
        this.reports = reports;
    }

    @GetMapping({"/councils/{council}/clauses/{clause}/cases", "/councils/{council}/{place}/clauses/{clause}/cases"})
    ResponseEntity<byte[]> cases(
            @PathVariable String council,
            @PathVariable @Nullable String place,
            @PathVariable String clause,
            @RequestParam Map<String, String> asked) {
        return boards.find(council, place, clause)
                .flatMap(board -> board.find(clause)
                        .filter(line -> line.whole().isPresent())
                        .map(line -> page(board, line, asked)))
                .map(this::show)
                .orElseGet(pages::notFound);
    }

    private ResponseEntity<byte[]> show(CasesPage page) {
        InWords said = new InWords(words, page.board().where().council().zone());
        return pages.page("scoreboard/cases.jte", Map.of("page", page, "said", said));
    }

    private CasesPage page(Board board, Line line, Map<String, String> asked) {
        Filter filter = Filter.of(
                line,
                board.upTo(),
                asked.getOrDefault("state", ""),
                asked.getOrDefault("period", ""),
                asked.getOrDefault("sort", ""),
                asked.getOrDefault("page", ""));
        CaseList list = list(board, line, filter);
        int last = CasesPage.lastPage(list.count());
        if (filter.page() > last) {
            filter = filter.at(last);
            list = list(board, line, filter);
        }
        List<Long> numbers = list.cases().stream().map(CaseList.Case::report).toList();
        Map<Long, Report> byNumber = reports.list(board.where().council().id(), numbers).stream()
                .collect(Collectors.toMap(Report::id, Function.identity()));
        return new CasesPage(board, line, filter, list, byNumber);
    }

    private CaseList list(Board board, Line line, Filter filter) {
        return cases.list(new CaseList.Question(
                board.where().council().id(),
                board.agreement().id(),
                line.clause().id(),
                board.where().number(),
                filter.state(),
                filter.span().from(),
                filter.span().until(),
                filter.order(),
                filter.page(),
                CasesPage.SIZE));
    }
}

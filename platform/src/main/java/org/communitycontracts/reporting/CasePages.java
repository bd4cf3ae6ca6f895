package org.communitycontracts.reporting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page of one report. */
@RestController
class CasePages {
    private final Words words = Words.beside(CasePages.class);
    private final Pages pages;
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final Reports reports;
    private final ObjectProvider<Panel> panels;

    CasePages(
            Pages pages,
            Councils councils,
            Neighbourhoods neighbourhoods,
            Reports reports,
            ObjectProvider<Panel> panels) {
        this.pages = pages;
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.reports = reports;
        this.panels = panels;
    }

    @GetMapping("/councils/{slug}/cases/{reference}")
    ResponseEntity<byte[]> report(@PathVariable String slug, @PathVariable String reference) {
        Optional<Council> council = councils.find(slug);
        return council.flatMap(found -> reports.find(found.id(), reference))
                .map(report -> page(council.orElseThrow(), report))
                .orElseGet(pages::notFound);
    }

    private ResponseEntity<byte[]> page(Council council, Report report) {
        List<Panel.Piece> pieces =
                panels.orderedStream().map(panel -> panel.show(report)).toList();
        CasePage page = new CasePage(
                council,
                place(report),
                report,
                StoryLine.listOf(reports.happenings(report), pieces, council, words),
                words);
        return pages.page("reporting/case.jte", Map.of("page", page, "pieces", pieces, "words", words));
    }

    private Optional<Neighbourhood> place(Report report) {
        Long neighbourhood = report.neighbourhood();
        return neighbourhood == null
                ? Optional.empty()
                : Optional.of(neighbourhoods.neighbourhood(report.council(), neighbourhood));
    }
}

package org.communitycontracts.scoreboard;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.standards.OpenFiles;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Everything that pages show, as files for other programs, and the files that every verdict follows from. */
@RestController
class OpenDataPages {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
    private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");
    private static final String LINES = "application/jsonl";

    private final Words words = Words.beside(OpenDataPages.class);
    private final Pages pages;
    private final Boards boards;
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final OpenFiles files;

    OpenDataPages(Pages pages, Boards boards, Councils councils, Neighbourhoods neighbourhoods, OpenFiles files) {
        this.pages = pages;
        this.boards = boards;
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.files = files;
    }

    @GetMapping("/open-data")
    ResponseEntity<byte[]> all() {
        return pages.page("scoreboard/openData.jte", Map.of("words", words, "councils", councils.list()));
    }

    @GetMapping("/open-data/{council}")
    ResponseEntity<byte[]> council(@PathVariable String council) {
        return councils.find(council)
                .map(found -> pages.page(
                        "scoreboard/councilData.jte",
                        Map.of(
                                "words",
                                words,
                                "council",
                                found,
                                "boards",
                                boards.listNames(found, new InWords(words, found.zone())))))
                .orElseGet(pages::notFound);
    }

    @GetMapping("/open-data/{council}/{contract}")
    ResponseEntity<byte[]> contract(@PathVariable String council, @PathVariable String contract) {
        return find(council, contract)
                .map(page -> pages.page("scoreboard/data.jte", Map.of("page", page, "said", said(page))))
                .orElseGet(pages::notFound);
    }

    @GetMapping("/open-data/{council}/{contract}/{table}.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String council, @PathVariable String contract, @PathVariable String table) {
        return find(council, contract)
                .flatMap(page -> page.find(table).map(found -> file(page, table + ".csv", CSV, TableText.csv(found))))
                .orElseGet(pages::notFound);
    }

    @GetMapping("/open-data/{council}/{contract}/{table}.json")
    ResponseEntity<byte[]> json(
            @PathVariable String council, @PathVariable String contract, @PathVariable String table) {
        return find(council, contract)
                .flatMap(page -> page.find(table)
                        .map(found -> file(
                                page,
                                table + ".json",
                                MediaType.APPLICATION_JSON,
                                TableText.json(found, page.about(words), words))))
                .orElseGet(pages::notFound);
    }

    @GetMapping("/open-data/{council}/{contract}/version-{number}.yaml")
    ResponseEntity<byte[]> version(
            @PathVariable String council, @PathVariable String contract, @PathVariable String number) {
        return find(council, contract)
                .flatMap(page -> page.version(number)
                        .map(found -> file(
                                page,
                                "version-" + number + ".yaml",
                                YAML,
                                found.yaml().getBytes(StandardCharsets.UTF_8))))
                .orElseGet(pages::notFound);
    }

    @GetMapping("/open-data/{council}/{contract}/happenings.jsonl")
    void happenings(@PathVariable String council, @PathVariable String contract, HttpServletResponse answer)
            throws IOException {
        DataPage page = page(council, contract);
        try (InputStream happenings = files.happenings(boards.covered(page.board()), page.asOf(), page.knownAsOf())) {
            head(answer, page, "happenings.jsonl");
            happenings.transferTo(answer.getOutputStream());
        }
    }

    @GetMapping("/open-data/{council}/{contract}/verdicts.jsonl")
    void verdicts(@PathVariable String council, @PathVariable String contract, HttpServletResponse answer)
            throws IOException {
        DataPage page = page(council, contract);
        try (InputStream verdicts = files.verdicts(boards.covered(page.board()), page.asOf(), page.knownAsOf())) {
            head(answer, page, "verdicts.jsonl");
            verdicts.transferTo(answer.getOutputStream());
        }
    }

    private DataPage page(String council, String contract) {
        return find(council, contract)
                .orElseThrow(() -> new ResponseStatusException(org.springframework.http.HttpStatus.NOT_FOUND));
    }

    private Optional<DataPage> find(String council, String contract) {
        return councils.find(council)
                .flatMap(found -> boards.find(found, contract).map(board -> page(found, board)));
    }

    private DataPage page(Council council, Board board) {
        boolean several = board.where().neighbourhood() == null;
        Map<Long, String> names = new LinkedHashMap<>();
        List<Neighbourhood> places = several ? neighbourhoods.list(council.id()) : List.of();
        places.forEach(place -> names.put(place.id(), place.name()));
        return new DataPage(board, new Tables(board).list(several ? boards.neighbours(board) : Map.of(), names));
    }

    private static void head(HttpServletResponse answer, DataPage page, String file) {
        answer.setContentType(LINES);
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, saved(page, file).toString());
    }

    private static ResponseEntity<byte[]> file(DataPage page, String file, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache().cachePublic())
                .header(HttpHeaders.CONTENT_DISPOSITION, saved(page, file).toString())
                .body(bytes);
    }

    private static ContentDisposition saved(DataPage page, String file) {
        return ContentDisposition.attachment().filename(page.fileName(file)).build();
    }

    private InWords said(DataPage page) {
        return new InWords(words, page.board().where().council().zone());
    }
}

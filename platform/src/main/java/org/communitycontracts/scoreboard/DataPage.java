package org.communitycontracts.scoreboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.web.Words;

/**
 * The open data of one contract.
 *
 * @param board its scoreboard
 * @param tables its tables
 */
record DataPage(Board board, List<Table> tables) {
    DataPage {
        tables = List.copyOf(tables);
    }

    Optional<Table> find(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findAny();
    }

    Optional<ContractFile> version(String number) {
        return board.agreement().versions().stream()
                .filter(file -> Integer.toString(file.contract().version()).equals(number))
                .findAny();
    }

    Instant asOf() {
        return board.agreement().asOf();
    }

    /** The name a file is saved under, which tells whose it is. */
    String fileName(String file) {
        return board.agreement().id() + '-' + file;
    }

    /** The commands that work out the verdicts again and compare them. */
    List<String> commands() {
        List<String> judge = new ArrayList<>(List.of("./run judge"));
        for (ContractFile file : board.agreement().versions()) {
            judge.add("--contract " + fileName("version-" + file.contract().version() + ".yaml"));
        }
        judge.add("--happenings " + fileName("happenings.jsonl"));
        judge.add("--as-of " + asOf());
        judge.add("--out again.jsonl");
        return List.of(String.join(" \\\n    ", judge), "cmp again.jsonl " + fileName("verdicts.jsonl"));
    }

    /** What a table says about itself. */
    Map<String, String> about(Words words) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("council", board.where().council().name());
        about.put("place", board.where().name());
        about.put("contract", board.agreement().id());
        about.put("figures_as_of", asOf().toString());
        about.put("licence", words.of("data.licence"));
        about.put("source_of_reports", board.where().council().source());
        return about;
    }
}

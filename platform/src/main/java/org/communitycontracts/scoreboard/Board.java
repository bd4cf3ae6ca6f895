package org.communitycontracts.scoreboard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.engine.contract.Party;

/**
 * The public figures of one contract in one place.
 *
 * @param where the place
 * @param agreement the contract
 * @param upTo the last month counted
 * @param lines its clauses, in the order of the contract
 * @param unpromised how many reports of the last twelve months no clause promises anything about
 * @param shared whether the contract is that of the whole council and this is one neighbourhood under it
 */
record Board(Where where, Agreement agreement, YearMonth upTo, List<Line> lines, int unpromised, boolean shared) {
    Board {
        lines = List.copyOf(lines);
    }

    Optional<Line> find(String clause) {
        return lines.stream().filter(line -> line.clause().id().equals(clause)).findAny();
    }

    List<Line> ofServices() {
        return lines.stream().filter(line -> !line.isOfResidents()).toList();
    }

    /**
     * The promises of services that are shown one by one: under a contract of the whole council, those with a figure and
     * those that nobody counts.
     */
    List<Line> listed() {
        return ofServices().stream()
                .filter(line -> !shared || line.whole().isPresent() || !line.isMeasured())
                .toList();
    }

    /** The promises of services that are only named. */
    List<Line> unlisted() {
        return ofServices().stream().filter(line -> !listed().contains(line)).toList();
    }

    List<Line> ofResidents() {
        return lines.stream().filter(Line::isOfResidents).toList();
    }

    /** Those who promise a service, each once, in the order in which they first promise something. */
    List<String> providers() {
        return ofServices().stream()
                .map(line -> line.clause().by())
                .map(Party::name)
                .distinct()
                .toList();
    }

    /** The first of the twelve months that figures are shown for. */
    YearMonth from() {
        return upTo.minusMonths(Periods.WINDOW_MONTHS - 1L);
    }

    int later() {
        return lines.stream().mapToInt(Line::later).sum();
    }

    int notCounted() {
        return lines.stream()
                .flatMap(line -> line.whole().stream())
                .mapToInt(Period::notCounted)
                .sum();
    }

    /** The days within the months shown on which a new wording of the promise came into force, newest first. */
    List<LocalDate> changed(Line line) {
        return line.whole()
                .map(whole -> agreement.changed(line.clause().id(), whole))
                .orElse(List.of());
    }

    String address(Line line) {
        return where.address() + "/clauses/" + line.clause().id();
    }

    /** The page of the whole contract. */
    String contractAddress() {
        return (shared ? "/councils/" + where.council().slug() : where.address()) + "/contract";
    }

    /** The page of the contract's open data. */
    String dataAddress() {
        return "/open-data/" + where.council().slug() + '/' + agreement.id();
    }
}

package org.communitycontracts.standards;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.judging.Happening;

/** What nobody records here yet, said as happenings, so that it is not taken as not done: all but reports, and what is paid. */
final class Unrecorded {
    private static final String PAID = "paid";

    private Unrecorded() {}

    /** One for each event that would show that another kind of duty was done, and one for payments; in order of the events. */
    static List<Happening> of(List<Contract> versions) {
        TreeMap<String, Instant> since = new TreeMap<>();
        for (Contract version : versions) {
            version.clauses().stream()
                    .flatMap(clause -> clause.duty().evidence().stream())
                    .forEach(event -> say(since, event, version.begins()));
            if (version.clauses().stream().anyMatch(clause -> !clause.remedies().isEmpty())) {
                say(since, PAID, version.begins());
            }
        }
        return since.entrySet().stream()
                .map(said -> new Happening(
                        null,
                        Happening.NOT_RECORDED,
                        said.getValue(),
                        said.getValue(),
                        null,
                        Map.of("event", said.getKey())))
                .toList();
    }

    private static void say(Map<String, Instant> since, String event, Instant begins) {
        since.merge(event, begins, (one, other) -> one.isBefore(other) ? one : other);
    }
}

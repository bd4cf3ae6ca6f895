package org.communitycontracts.engine.examples;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.clock.Calendars;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.engine.judging.PlainsFarm;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One example of a kind of duty.
 *
 * @param name the sentence that says what it shows
 * @param versions the settings of each version of the contract, as spelled there
 * @param happens what happened
 * @param asOf when the question is asked
 * @param knownAsOf what was written down later is not known
 * @param expected the verdicts, in order
 * @param isAll whether there are no others
 */
record Example(
        String name,
        List<Group> versions,
        List<Happening> happens,
        Instant asOf,
        Instant knownAsOf,
        List<Expected> expected,
        boolean isAll) {
    private static final String ALWAYS_BEGAN = "2020-01-01";

    List<Verdict> verdicts(String kind) {
        return verdicts(kind, happens);
    }

    List<Verdict> verdicts(String kind, List<Happening> happenings) {
        return new Judge(contracts(kind)).judge(happenings, asOf, knownAsOf);
    }

    private List<Contract> contracts(String kind) {
        List<Contract> contracts = new ArrayList<>();
        for (Group version : versions) {
            LocalDate from = LocalDate.parse(version.text("from", ALWAYS_BEGAN));
            @Nullable LocalDate until = version.has("until") ? version.day("until") : null;
            contracts.add(new Contract(
                    "plains-farm",
                    contracts.size() + 1,
                    Calendars.LONDON,
                    from,
                    until,
                    Currency.getInstance("GBP"),
                    Contract.Transition.AT_REPORT,
                    Map.of(),
                    Map.of("council", PlainsFarm.COUNCIL, "residents", PlainsFarm.RESIDENTS),
                    List.of(new ExampleClause(kind, version).clause())));
        }
        return contracts;
    }
}

package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communitycontracts.engine.contract.Contract;

/** Every promise with a clock in every version of one contract. */
final class Promises {
    private final List<Contract> versions;
    private final List<Promise> list;
    private final Duplicates duplicates;

    /** Of these versions, in the order in which they came into force. */
    Promises(List<Contract> versions) {
        this.versions = List.copyOf(versions);
        this.list = versions.stream().map(Promise::listOf).flatMap(List::stream).toList();
        this.duplicates = Duplicates.of(list);
    }

    List<Promise> list() {
        return list;
    }

    List<Contract> versions() {
        return versions;
    }

    Duplicates duplicates() {
        return duplicates;
    }

    /** Those of the version in force at a moment. */
    Stream<Promise> inForceAt(Instant moment) {
        return list.stream().filter(promise -> promise.contract().isInForceAt(moment));
    }

    /** The same clock as it stands in a version; empty when that has it no more. */
    Optional<Promise> find(Promise like, Contract version) {
        return list.stream()
                .filter(promise -> promise.contract().from().equals(version.from()) && promise.isSameClockAs(like))
                .findFirst();
    }
}

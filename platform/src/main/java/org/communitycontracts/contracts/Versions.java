package org.communitycontracts.contracts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.engine.contract.Contract;

/** The rules between the versions of one contract: in force one after the other, with no overlap and no gap. */
public final class Versions {
    private Versions() {}

    /** What is wrong between these files; files of different contracts do not touch each other. */
    public static List<Fault> check(List<ContractFile> files) {
        Map<String, List<ContractFile>> contracts = new TreeMap<>();
        for (ContractFile file : files) {
            contracts
                    .computeIfAbsent(file.contract().id(), id -> new ArrayList<>())
                    .add(file);
        }
        List<Fault> faults = new ArrayList<>();
        for (List<ContractFile> versions : contracts.values()) {
            versions.sort(Comparator.comparingInt(file -> file.contract().version()));
            int before = faults.size();
            for (int next = 1; next < versions.size(); next++) {
                faults.addAll(between(versions.get(next - 1), versions.get(next)));
            }
            if (versions.size() > 1 && faults.size() == before) {
                faults.addAll(longerThanAll(versions));
            }
        }
        return List.copyOf(faults);
    }

    private static List<Fault> between(ContractFile before, ContractFile next) {
        Faults faults = new Faults(next.name());
        Contract old = before.contract();
        Contract young = next.contract();
        Entries root = next.tree();
        Node.Place from = root.entries("in_force").value("from").place();
        LocalDate end = old.until();
        if (old.version() == young.version()) {
            faults.add(
                    root.value("version").place(),
                    before.name() + " is version " + old.version() + " of this contract too.",
                    "Give each version a number of its own.");
        } else if (!young.from().isAfter(old.from())) {
            faults.add(
                    from,
                    "This is version " + young.version() + ", but it begins on " + young.from() + " and version "
                            + old.version() + " (" + before.name() + ") on " + old.from() + ".",
                    "Number the versions in the order in which they begin.");
        } else if (end == null || end.isAfter(young.from())) {
            String until = end == null ? "with no end" : "until " + end;
            faults.add(
                    from,
                    "Two versions are in force at once: version " + old.version() + " (" + before.name() + ") from "
                            + old.from() + " " + until + ", and this one from " + young.from() + ".",
                    "Write `until: " + young.from() + "` in version " + old.version() + ".");
        } else if (end.isBefore(young.from())) {
            faults.add(
                    from,
                    "Between " + end + ", when version " + old.version() + " (" + before.name() + ") ends, and "
                            + young.from() + " no version is in force.",
                    "Begin on " + end + ", or let the version before last until " + young.from() + ".");
        }
        return faults.list();
    }

    /** A promise longer than the whole contract can never be found broken while it lasts. */
    private static List<Fault> longerThanAll(List<ContractFile> versions) {
        LocalDate from = versions.getFirst().contract().from();
        LocalDate until = versions.getLast().contract().until();
        if (until == null) {
            return List.of();
        }
        List<Fault> all = new ArrayList<>();
        for (ContractFile file : versions) {
            Faults faults = new Faults(file.name());
            for (Entries clause : file.tree().groups("clauses")) {
                ClockTree.list(clause).stream()
                        .flatMap(clock -> ClockTree.lengths(clock).stream())
                        .map(ClockTree.Length::written)
                        .filter(length -> Lengths.isLonger(Head.length(length.text()), from, until))
                        .forEach(length -> faults.add(
                                length.place(),
                                Faults.quote(length.text()) + " is longer than the whole contract, from " + from
                                        + " to " + until + ".",
                                "Write a shorter time, or let the contract last longer."));
            }
            all.addAll(faults.list());
        }
        return all;
    }
}

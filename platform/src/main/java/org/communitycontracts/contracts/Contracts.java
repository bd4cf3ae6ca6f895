package org.communitycontracts.contracts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.communitycontracts.engine.contract.Contract;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The collection of contract versions that councils and neighbourhoods have adopted. */
@Repository
public class Contracts {
    private static final String COLUMNS =
            "council_id, contract, version, neighbourhood_id, hash, in_force_from, in_force_until";

    private final JdbcClient sql;
    /** A version's text never changes, so each is read once. */
    private final Map<String, ContractFile> read = new ConcurrentHashMap<>();

    public Contracts(JdbcClient sql) {
        this.sql = sql;
    }

    /** What adopting a version gives. */
    public sealed interface Adoption {
        /** It is in the collection now, or was already, word for word. */
        record Adopted(boolean isNew) implements Adoption {}

        /** It is not; nothing was changed. */
        record Refused(String because) implements Adoption {}
    }

    /**
     * Adopts this version for a neighbourhood, or for the whole council when none is given. The same text twice changes
     * nothing; another text under the same number, or a version that overlaps or leaves a gap, is refused.
     */
    public Adoption adopt(long council, @Nullable Long neighbourhood, ContractFile file, Instant at) {
        Contract contract = file.contract();
        Optional<Version> same = listVersions(council, contract.id()).stream()
                .filter(version -> version.number() == contract.version())
                .findFirst();
        if (same.isPresent()) {
            return again(same.get(), neighbourhood, file);
        }
        List<ContractFile> all = new ArrayList<>(files(council, contract.id()));
        all.add(file);
        List<Fault> faults = Versions.check(all);
        if (!faults.isEmpty()) {
            return new Adoption.Refused(faults.getFirst().words());
        }
        return insert(council, neighbourhood, file, at) == 1
                ? new Adoption.Adopted(true)
                : new Adoption.Refused("Another version of this contract was adopted at the same moment. Try again.");
    }

    private static Adoption again(Version stored, @Nullable Long neighbourhood, ContractFile file) {
        String name = "Version " + stored.number() + " of " + stored.contract();
        if (!stored.hash().equals(file.hash())) {
            return new Adoption.Refused(
                    name + " is already adopted with another text, and an adopted text never changes."
                            + " Write the change as version " + (stored.number() + 1) + ".");
        }
        boolean isSamePlace = Objects.equals(stored.neighbourhood(), neighbourhood);
        return isSamePlace
                ? new Adoption.Adopted(false)
                : new Adoption.Refused(
                        name + " is already adopted for another place. Give this contract a name of its own.");
    }

    private int insert(long council, @Nullable Long neighbourhood, ContractFile file, Instant at) {
        Contract contract = file.contract();
        return sql.sql("""
                        insert into contracts.version (council_id, contract, version, neighbourhood_id, yaml, hash,
                            in_force_from, in_force_until, adopted_at)
                        values (:council, :contract, :version, :neighbourhood, :yaml, :hash, :from, :until, :at)
                        on conflict do nothing""")
                .param("council", council)
                .param("contract", contract.id())
                .param("version", contract.version())
                .param("neighbourhood", neighbourhood, Types.BIGINT)
                .param("yaml", file.yaml())
                .param("hash", file.hash())
                .param("from", contract.from())
                .param("until", contract.until(), Types.DATE)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** All versions of a council, its contracts by name, their versions in order. */
    public List<Version> list(long council) {
        return sql.sql("select " + COLUMNS + " from contracts.version where council_id = :council"
                        + " order by contract, version")
                .param("council", council)
                .query(Contracts::version)
                .list();
    }

    /** The versions of one contract, in order. */
    public List<Version> listVersions(long council, String contract) {
        return list(council).stream()
                .filter(version -> version.contract().equals(contract))
                .toList();
    }

    /** The versions in force on a local day: those of this neighbourhood and those of the whole council. */
    public List<Version> listInForce(long council, @Nullable Long neighbourhood, LocalDate day) {
        return list(council).stream()
                .filter(version -> version.neighbourhood() == null
                        || version.neighbourhood().equals(neighbourhood))
                .filter(version -> version.isInForceOn(day))
                .toList();
    }

    /** The text, the engine's contract and the words of one version. */
    public Optional<ContractFile> find(long council, String contract, int version) {
        return sql.sql("""
                        select yaml from contracts.version
                        where council_id = :council and contract = :contract and version = :version""")
                .param("council", council)
                .param("contract", contract)
                .param("version", version)
                .query(String.class)
                .optional()
                .map(yaml -> read(contract + "-v" + version + ".yaml", yaml));
    }

    /** Every version of one contract, in order: what the engine needs to judge its reports. */
    public List<ContractFile> files(long council, String contract) {
        return sql.sql("""
                        select version, yaml from contracts.version
                        where council_id = :council and contract = :contract order by version""")
                .param("council", council)
                .param("contract", contract)
                .query((row, number) -> read(contract + "-v" + row.getInt("version") + ".yaml", row.getString("yaml")))
                .list();
    }

    private ContractFile read(String name, String yaml) {
        return read.computeIfAbsent(name + "\n" + yaml, key -> switch (Reading.of(name, yaml)) {
            case ContractFile file -> file;
            case Reading.Refused refused ->
                throw new IllegalStateException("An adopted contract can no longer be read: " + refused.faults());
        });
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getLong("council_id"),
                row.getString("contract"),
                row.getInt("version"),
                row.getObject("neighbourhood_id", Long.class),
                row.getString("hash"),
                row.getObject("in_force_from", LocalDate.class),
                row.getObject("in_force_until", LocalDate.class));
    }
}

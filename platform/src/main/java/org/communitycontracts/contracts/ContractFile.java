package org.communitycontracts.contracts;

import java.util.List;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.engine.contract.Contract;

/** A contract file in good order: one version of one contract, as people wrote it and as the engine runs it. */
public final class ContractFile implements Reading {
    private final String name;
    private final String yaml;
    private final Entries tree;
    private final Contract contract;
    private final String json;
    private final List<Fault> advice;

    private ContractFile(String name, String yaml, Entries tree, List<Fault> advice) {
        this.name = name;
        this.yaml = yaml;
        this.tree = tree;
        this.contract = EngineContract.from(tree);
        this.json = Canonical.json(tree);
        this.advice = List.copyOf(advice);
    }

    static ContractFile from(String name, String yaml, Entries tree, List<Fault> advice) {
        return new ContractFile(name, yaml, tree, advice);
    }

    /** The name it was read under. */
    public String name() {
        return name;
    }

    /** The text as it was written, for people to download. */
    public String yaml() {
        return yaml;
    }

    public Contract contract() {
        return contract;
    }

    /** The canonical form: what is signed, the same for two files that differ in spacing, order of keys or comments only. */
    public String json() {
        return json;
    }

    /** SHA-256 of the canonical form, in hexadecimal. */
    public String hash() {
        return Canonical.hash(json);
    }

    /** What deserves a second look, and stops nothing. */
    public List<Fault> advice() {
        return advice;
    }

    Entries tree() {
        return tree;
    }
}

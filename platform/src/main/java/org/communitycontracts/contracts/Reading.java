package org.communitycontracts.contracts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.contracts.Node.Entries;

/** What reading a contract file gives: the contract, or everything that is wrong with it. */
public sealed interface Reading permits ContractFile, Reading.Refused {

    /** The file cannot be a contract as it stands; at least one fault, in the order of the file. */
    record Refused(List<Fault> faults) implements Reading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** Reads these bytes; no input makes it throw. */
    static Reading of(String name, byte[] bytes) {
        Faults faults = new Faults(name);
        Faults advice = new Faults(name);
        Optional<Node> tree = YamlText.read(bytes, faults).map(read -> Schema.read(read, faults));
        if (tree.isPresent() && tree.get() instanceof Entries root) {
            Lint.check(root, faults, advice);
            if (faults.isEmpty()) {
                return ContractFile.from(name, new String(bytes, StandardCharsets.UTF_8), root, advice.list());
            }
        }
        return new Refused(faults.list());
    }

    /** Reads this text. */
    static Reading of(String name, String yaml) {
        return of(name, yaml.getBytes(StandardCharsets.UTF_8));
    }
}

package org.communitycontracts.engine.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One numbered promise in a contract.
 *
 * @param id its name, the same in every version
 * @param by the party that promises
 * @param text the promise in plain words, as signed
 * @param when the cases it covers
 * @param duty what is promised
 * @param strength how strongly
 * @param target the share that must be kept; null when every single one is promised
 * @param exclusions the reasons that change a case
 * @param remedies what follows when it is not kept
 */
public record Clause(
        String id,
        Party by,
        String text,
        When when,
        Duty duty,
        Strength strength,
        @Nullable Target target,
        List<Exclusion> exclusions,
        List<Ladder> remedies) {
    public Clause {
        exclusions = List.copyOf(exclusions);
        remedies = List.copyOf(remedies);
    }

    /** A plain guarantee or target, without exclusions and remedies. */
    public static Clause of(String id, Party by, When when, Duty duty) {
        return new Clause(id, by, id, when, duty, Strength.GUARANTEE, null, List.of(), List.of());
    }

    /** The same clause with a target. */
    public Clause with(@Nullable Target other) {
        return new Clause(
                id,
                by,
                text,
                when,
                duty,
                other == null ? Strength.GUARANTEE : Strength.TARGET,
                other,
                exclusions,
                remedies);
    }
}

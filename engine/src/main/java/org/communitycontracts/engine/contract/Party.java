package org.communitycontracts.engine.contract;

/**
 * Anyone who signs: a residents' group, the council, the police, a landlord.
 *
 * @param id its name in the contract file
 * @param name what people call it
 * @param role which side it stands on
 */
public record Party(String id, String name, Role role) {
    /** The side of the bargain a party stands on. */
    public enum Role {
        PROVIDER,
        RESIDENT
    }
}

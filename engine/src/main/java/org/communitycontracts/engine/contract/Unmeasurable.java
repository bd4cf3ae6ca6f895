package org.communitycontracts.engine.contract;

/**
 * A promise that cannot be checked: "as soon as operationally possible". It stands in the contract, is shown as not measurable and
 * never judged.
 *
 * @param kind the kind of duty it would be, in the words of the contract file
 */
public record Unmeasurable(String kind) implements Duty {}

package org.communitycontracts.engine.contract;

/**
 * A duty that stands in the contract and is shown, but that this engine does not judge yet.
 *
 * @param kind the word of the contract file: recur, grade, score, appoint, reciprocal
 */
public record Noted(String kind) implements Duty {}

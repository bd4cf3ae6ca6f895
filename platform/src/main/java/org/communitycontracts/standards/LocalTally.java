package org.communitycontracts.standards;

/**
 * The tally of one neighbourhood under a contract that covers the whole council.
 *
 * @param neighbourhood its number
 * @param tally its counts of one clause in one month
 */
public record LocalTally(long neighbourhood, Tally tally) {}

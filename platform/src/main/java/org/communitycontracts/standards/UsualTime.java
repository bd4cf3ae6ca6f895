package org.communitycontracts.standards;

/**
 * The time usually taken, in seconds of the clause's calendar, over the cases that ended in the last twelve months.
 *
 * @param clause the clause
 * @param cases how many cases it rests on
 * @param median half of them took no longer than this
 * @param ninthDecile nine in ten took no longer than this
 */
public record UsualTime(String clause, int cases, long median, long ninthDecile) {}

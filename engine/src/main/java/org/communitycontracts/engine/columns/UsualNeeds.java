package org.communitycontracts.engine.columns;

/**
 * The percentiles that are asked most, the 50th and the 90th, of each group: noted while its needs are at hand, since they lie too far from
 * each other to be read again for every draft.
 */
final class UsualNeeds {
    static final int HALF = 50;
    static final int NINE_IN_TEN = 90;

    private final Needs needs;
    private final int[] halves;
    private final int[] nineties;

    UsualNeeds(Needs needs, int groups) {
        this.needs = needs;
        halves = new int[groups];
        nineties = new int[groups];
    }

    /** Notes them for a group whose needs are in order. */
    void note(int group) {
        if (group < halves.length && count(group) > 0) {
            halves[group] = find(group, HALF);
            nineties[group] = find(group, NINE_IN_TEN);
        }
    }

    /** The stopped cases of a group. */
    int count(int group) {
        return needs.runningFrom[group] - needs.cases.firsts[group];
    }

    /** The need of so many in a hundred of the stopped cases of a group, of which there is one at least, by nearest rank (S14). */
    int at(int group, int percent) {
        return switch (percent) {
            case HALF -> halves[group];
            case NINE_IN_TEN -> nineties[group];
            default -> find(group, percent);
        };
    }

    private int find(int group, int percent) {
        int rank = (int) ((count(group) * (long) percent + 99) / 100);
        return needs.needs[needs.cases.firsts[group] + rank - 1];
    }

    long bytes() {
        return 4L * (halves.length + nineties.length);
    }
}

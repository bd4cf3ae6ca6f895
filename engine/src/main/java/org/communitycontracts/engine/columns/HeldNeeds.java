package org.communitycontracts.engine.columns;

/**
 * The working time of the held cases, in their order: what each needed, what it had used when each of its holds began, and how much each
 * hold took out. So a draft can tell without looking at the case again how much of its lateness was held. Four bytes a held case and eight
 * a hold.
 */
final class HeldNeeds {
    /** In half seconds, as {@link WorkingNeeds} says. */
    final int[] needs;

    /** By turns the seconds used when a hold began and the seconds it took out. */
    private final int[] holds;

    /** Where the holds of each case begin; one more entry ends the last. */
    private final int[] firsts;

    HeldNeeds(Columns cases) {
        needs = new int[cases.heldCases.length];
        holds = new int[cases.bounds.length];
        firsts = cases.heldBounds;
    }

    void set(int held, int hold, int used, int took) {
        holds[firsts[held] + 2 * hold] = used;
        holds[firsts[held] + 2 * hold + 1] = took;
    }

    /** The seconds taken out by the holds of a case that began when so much was used up: after the due moment, where they cure nothing (S5). */
    int heldAfter(int allowed, int held) {
        int after = 0;
        for (int i = firsts[held + 1] - 2; i >= firsts[held] && holds[i] >= allowed; i -= 2) {
            after += holds[i + 1];
        }
        return after;
    }

    long bytes() {
        return 4L * (needs.length + holds.length);
    }
}

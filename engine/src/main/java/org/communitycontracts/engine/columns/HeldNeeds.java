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

    private final int[] bounds;

    /** Where the holds of each case begin; one more entry ends the last. */
    private final int[] firsts;

    HeldNeeds(Columns cases) {
        needs = new int[cases.heldCases.length];
        holds = new int[cases.bounds.length];
        bounds = cases.bounds;
        firsts = cases.heldBounds;
    }

    /** Works out the working seconds before each bound of the held cases from one to just before another. */
    void look(WorkingSeconds seconds, int from, int to) {
        int first = firsts[from];
        int end = firsts[to];
        seconds.look(bounds, holds, first, end);
        for (int i = first; i < end; i++) {
            holds[i] = TimeTable.value(holds[i], bounds[i]);
        }
    }

    /**
     * Takes the holds of a case out of what it would have needed without, after {@link #look}. The last half second is taken out only once
     * when it is held.
     *
     * @param began the working seconds before its start
     */
    int take(int held, int began, int end, int neverHeld) {
        int done = began + WorkingNeeds.used(neverHeld);
        int taken = 0;
        int isLastHeld = 0;
        for (int i = firsts[held]; i < firsts[held + 1]; i += 2) {
            int from = Math.min(holds[i], done);
            int took = Math.min(holds[i + 1], done) - from;
            holds[i] = from - began - taken;
            holds[i + 1] = took;
            taken += took;
            isLastHeld |= (bounds[i] - end) & ~(bounds[i + 1] - end);
        }
        int last = neverHeld & (isLastHeld >>> (Integer.SIZE - 1));
        needs[held] = Math.max(0, neverHeld - 2 * taken + last);
        return needs[held];
    }

    /** The seconds that a case had used when its last hold began. */
    int lastBegan(int held) {
        return holds[firsts[held + 1] - 2];
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

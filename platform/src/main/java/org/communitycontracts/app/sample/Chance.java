package org.communitycontracts.app.sample;

import java.util.List;

/**
 * A stream of chances that is the same on every machine: SplitMix64, with strict mathematics only.
 * Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
 */
final class Chance {
    private long state;

    private Chance(long seed) {
        state = seed;
    }

    /** The stream of this name: the same name, the same chances. */
    static Chance of(String name) {
        long seed = 0xCBF29CE484222325L;
        for (int at = 0; at < name.length(); at++) {
            seed = (seed ^ name.charAt(at)) * 0x100000001B3L;
        }
        return new Chance(seed);
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** A number from 0, included, to 1, not included. */
    double share() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean happens(double probability) {
        return share() < probability;
    }

    /** A number from the first, included, to the second, not included. */
    double between(double from, double to) {
        return from + share() * (to - from);
    }

    /** A time around a usual one: half are shorter, some are much longer. */
    double around(double usual, double spread) {
        double normal = StrictMath.sqrt(-2 * StrictMath.log(1 - share())) * StrictMath.cos(2 * StrictMath.PI * share());
        return usual * StrictMath.exp(spread * normal);
    }

    /** How many times a thing happens that happens this often on average. */
    int times(double mean) {
        double left = StrictMath.exp(-mean);
        int count = 0;
        for (double product = share(); product > left; product *= share()) {
            count++;
        }
        return count;
    }

    <T> T pick(List<T> from) {
        return from.get((int) (share() * from.size()));
    }

    /** The index of one of these weights, each as likely as its size. */
    int weighted(int[] weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        double left = share() * sum;
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }
}

package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Seeded chance. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    long seed() {
        return random.nextLong();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Each of these with an even chance, at least one. */
    Set<String> some(List<String> words) {
        Set<String> some = new TreeSet<>();
        words.stream().filter(word -> random.nextBoolean()).forEach(some::add);
        if (some.isEmpty()) {
            some.add(of(words));
        }
        return some;
    }

    /** A moment on one of the days from this one on, often at an edge of the day or of usual hours. */
    Instant moment(LocalDate from, int days, ZoneId zone) {
        int second = of(0, 0, 3600, 7200, 9 * 3600, 9 * 3600, 17 * 3600, 17 * 3600, 17 * 3600 - 1, 86_399);
        if (oneIn(2)) {
            second = oneIn(2) ? below(1440) * 60 : below(86_400);
        }
        return from.plusDays(below(days))
                .atStartOfDay()
                .plusSeconds(second)
                .atZone(zone)
                .toInstant();
    }
}

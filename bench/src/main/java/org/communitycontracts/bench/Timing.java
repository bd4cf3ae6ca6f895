package org.communitycontracts.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The wall and CPU seconds of an engine's rounds, and what it counted.
 *
 * @param part of all reports that it ran on; its times are scaled up
 * @param expected what the columns count; null from one that has nothing to be held against
 */
record Timing(
        String name,
        double part,
        Seconds wall,
        Seconds cpu,
        @Nullable Counts counts,
        @Nullable Counts expected) {
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** The machine counts CPU time in hundredths of a second: what is quicker is run so often that a round takes this long. */
    private static final double LONG_ENOUGH = 1;

    private static final int MOST_TIMES = 500;

    /** The least and the middle of some rounds. */
    record Seconds(double min, double median) {
        static Seconds of(double[] rounds, double part) {
            double[] sorted = rounds.clone();
            Arrays.sort(sorted);
            return new Seconds(sorted[0] / part, sorted[sorted.length / 2] / part);
        }
    }

    /** Runs to warm up and then so many rounds; the times of a sample are scaled up to all reports. */
    static Timing of(Rival rival, @Nullable Counts expected, int rounds) {
        int times = warmUp(rival);
        double[] wall = new double[rounds];
        double[] cpu = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long wallBegan = System.nanoTime();
            long cpuBegan = MACHINE.getProcessCpuTime();
            for (int time = 0; time < times; time++) {
                rival.count();
            }
            cpu[round] = (MACHINE.getProcessCpuTime() - cpuBegan) / 1e9 / times;
            wall[round] = (System.nanoTime() - wallBegan) / 1e9 / times;
        }
        return new Timing(
                rival.name(),
                rival.part(),
                Seconds.of(wall, rival.part()),
                Seconds.of(cpu, rival.part()),
                rival.counts(),
                expected);
    }

    /** Runs until enough CPU time was spent, and returns how many runs that were. */
    private static int warmUp(Rival rival) {
        long began = MACHINE.getProcessCpuTime();
        int times = 0;
        do {
            rival.count();
            times++;
        } while (times < MOST_TIMES && (MACHINE.getProcessCpuTime() - began) / 1e9 < LONG_ENOUGH);
        return times;
    }

    /** Whether it counted what the columns did. */
    boolean agrees() {
        return counts == null || expected == null || counts.isSame(expected);
    }
}

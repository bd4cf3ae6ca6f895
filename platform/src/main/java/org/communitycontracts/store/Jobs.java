package org.communitycontracts.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the jobs of all rooms, each by one program at a time; what a killed program was doing, another takes up. */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int AT_ONCE = 3;
    private static final Duration LOOKING = Duration.ofSeconds(1);
    /** Four of these without a sign, and a program counts as dead. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private static final Duration LAST_TURN = Duration.ofSeconds(20);

    private final Scheduler scheduler;

    private Jobs(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Begins with every job at once, and goes on until it is closed. A job sees the rows of every council. */
    public static Jobs start(Sight source, InstantSource clock, List<Job> jobs) {
        Scheduler scheduler = Scheduler.create(source)
                .tableName("store.job")
                .startTasks(jobs.stream().map(job -> task(job, source, clock)).toList())
                .clock(clock::instant)
                .threads(AT_ONCE)
                .pollingInterval(LOOKING)
                .heartbeatInterval(SIGN_OF_LIFE)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(LAST_TURN)
                .build();
        scheduler.start();
        return new Jobs(scheduler);
    }

    private static RecurringTask<Void> task(Job job, Sight source, InstantSource clock) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.pause())).execute((_, _) -> turn(job, source, clock));
    }

    /** A fault is told by its kind alone, since its words may hold what somebody wrote. */
    private static void turn(Job job, Sight source, InstantSource clock) {
        try {
            source.ofAll(() -> {
                job.work().accept(clock.instant());
                return true;
            });
        } catch (RuntimeException fault) {
            LOG.warn(
                    "The job {} could not be done ({}); it is tried again at its next turn.",
                    job.name(),
                    fault.getClass().getSimpleName());
            LOG.debug("The job {} failed", job.name(), fault);
        }
    }

    /** Ends the jobs after the turn they are at. */
    @Override
    public void close() {
        scheduler.stop();
    }
}

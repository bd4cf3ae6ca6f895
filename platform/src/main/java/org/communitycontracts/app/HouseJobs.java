package org.communitycontracts.app;

import java.time.Clock;
import java.time.Duration;
import org.communitycontracts.acts.Chaining;
import org.communitycontracts.acts.Heads;
import org.communitycontracts.news.Notices;
import org.communitycontracts.people.privacy.Erasure;
import org.communitycontracts.post.Delivery;
import org.communitycontracts.reporting.mailbox.Fetching;
import org.communitycontracts.standards.desk.Upkeep;
import org.communitycontracts.store.Job;
import org.communitycontracts.store.Jobs;
import org.communitycontracts.store.Keeping;
import org.communitycontracts.store.Sight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the open house does of its own accord: its own jobs, and every {@link Job} that a room declares. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class HouseJobs {
    @Bean
    Jobs jobs(Sight source, Clock clock, ObjectProvider<Job> jobs) {
        return Jobs.start(source, clock, jobs.orderedStream().toList());
    }

    @Bean
    Job chain(Chaining chaining) {
        return new Job("acts.chain", Duration.ofSeconds(3), _ -> chaining.run());
    }

    /** Often, so that a day on which the house opens late has its head too; a day that has one gets no other. */
    @Bean
    Job sign(Heads heads) {
        return new Job("acts.sign", Duration.ofMinutes(15), heads::sign);
    }

    @Bean
    Job deliver(Delivery delivery) {
        return new Job("post.deliver", Duration.ofSeconds(3), delivery::run);
    }

    @Bean
    Job tell(Notices notices) {
        return new Job("news.tell", Duration.ofSeconds(10), notices::run);
    }

    @Bean
    Job keepDesks(Upkeep upkeep) {
        return new Job("standards.desks", Duration.ofSeconds(10), upkeep::run);
    }

    @Bean
    Job fetch(Fetching fetching) {
        return new Job("reporting.fetch", Duration.ofSeconds(20), fetching::run);
    }

    /** What is past its time goes: first what each room keeps, as the inventory says, then accounts closed long ago. */
    @Bean
    Job forget(Keeping keeping, Erasure erasure) {
        return new Job("store.forget", Duration.ofHours(1), now -> {
            keeping.forget(now);
            erasure.eraseDue(now);
        });
    }
}

package org.communitycontracts.people.signin;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.communitycontracts.store.Job;
import org.communitycontracts.store.Sight;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets what signing in leaves behind, once it is of no use to anybody. */
@Configuration(proxyBeanMethods = false)
class Tidying {
    /** What is deleted, and how long after. A session is kept a month longer, for a person who asks who was in. */
    private static final Map<String, Duration> KEPT = Map.of(
            "people.tries where since < :then", Duration.ofHours(1),
            "people.sign_in_link where expires_at < :then", Duration.ofDays(1),
            "people.email_change where expires_at < :then", Duration.ofDays(1),
            "people.session where coalesce(ended_at, used_at) < :then", Duration.ofDays(60));

    @Bean
    Job forgetSignIns(JdbcClient sql, Sight sight) {
        return new Job("people.forget-sign-ins", Duration.ofHours(1), now -> sight.ofAll(() -> forget(sql, now)));
    }

    private static int forget(JdbcClient sql, Instant now) {
        return KEPT.entrySet().stream()
                .mapToInt(kept -> sql.sql("delete from " + kept.getKey())
                        .param("then", Timestamp.from(now.minus(kept.getValue())))
                        .update())
                .sum();
    }
}

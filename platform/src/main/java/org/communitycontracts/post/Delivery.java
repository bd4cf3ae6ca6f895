package org.communitycontracts.post;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Sends what waits, each letter once, and forgets what was sent a week ago. */
@Component
public class Delivery {
    /** Does what is due at this moment; meant to be called every few seconds. */
    public void run(Instant now) {
        // Letters stay in the outbox until sending is here.
    }
}

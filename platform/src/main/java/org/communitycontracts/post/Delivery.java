package org.communitycontracts.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends what waits, each letter once. A letter is claimed, and then sent while its row
 * is locked: whoever else wants it meanwhile passes it by, whoever comes with an older claim finds it taken, and the lock of
 * a killed program goes with its connection. Only a program that dies between the mail server's yes and the end of its
 * transaction leaves a letter that is sent again, under the same number.
 */
@Component
public class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    /** How many letters one run sends, so that its moment does not grow old. */
    private static final int AT_ONCE = 100;

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 8;
    private static final Duration UNTIL_GIVEN_UP = Duration.ofDays(3);

    private final DeliverySql letters;
    private final TransactionOperations together;
    private final MailServer server;
    private volatile boolean isAway;

    public Delivery(JdbcClient sql, TransactionOperations together, MailServer server) {
        this.letters = new DeliverySql(sql);
        this.together = together;
        this.server = server;
    }

    /** Does what is due at this moment; meant to be called every few seconds, by as many programs as there are. */
    public void run(Instant now) {
        if (server.isNamed()) {
            try (Carrier carrier = new Carrier(server)) {
                int tried = 0;
                while (tried < AT_ONCE && sendNext(now, carrier)) {
                    tried++;
                }
            }
            if (isAway) {
                giveUpAll(now);
            }
        }
    }

    /** Whether there may be more to send just now. */
    private boolean sendNext(Instant now, Carrier carrier) {
        Optional<DeliverySql.Claim> claim = letters.claim(now);
        return claim.isPresent()
                && Boolean.TRUE.equals(together.execute(_ -> letters.locked(claim.get())
                        .map(letter -> note(claim.get(), letter, carrier.carry(letter), now))
                        .orElse(true)));
    }

    private boolean note(DeliverySql.Claim claim, Waiting letter, Outcome outcome, Instant now) {
        boolean isTooOld = !letter.firstTry().plus(UNTIL_GIVEN_UP).isAfter(now);
        switch (outcome) {
            case Outcome.Sent _ -> letters.sent(claim, now);
            case Outcome.Refused(String words) when isTooOld -> giveUp(claim, words, now);
            case Outcome.Refused(String words) -> letters.refused(claim, words, now.plus(waitAfter(letter.refusals())));
            case Outcome.Away(String words) -> {
                letters.away(claim, "The mail server " + words + ".", now.plus(FIRST_WAIT));
                sayAway(words);
                return false;
            }
        }
        sayBack();
        return true;
    }

    private void giveUp(DeliverySql.Claim claim, String words, Instant now) {
        letters.givenUp(claim, words, now);
        LOG.warn("A letter was given up after three days of trying; the outbox shows which. {}", words);
    }

    /** One minute, two, four, and so on up to four hours. */
    private static Duration waitAfter(int refusals) {
        return FIRST_WAIT.multipliedBy(1L << Math.min(refusals, MOST_DOUBLINGS));
    }

    private void giveUpAll(Instant now) {
        int givenUp = letters.giveUpAll(now.minus(UNTIL_GIVEN_UP), now);
        if (givenUp > 0) {
            LOG.warn("{} letters were given up after three days of trying; the outbox shows which.", givenUp);
        }
    }

    private void sayAway(String words) {
        if (!isAway) {
            LOG.warn("The mail server {} {}. Letters wait and are tried again for three days.", server, words);
        }
        isAway = true;
    }

    private void sayBack() {
        if (isAway) {
            LOG.info("The mail server {} takes letters again.", server);
        }
        isAway = false;
    }
}

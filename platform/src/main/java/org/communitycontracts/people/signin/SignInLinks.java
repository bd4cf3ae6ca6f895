package org.communitycontracts.people.signin;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The links and codes that are out. Each is good for 15 minutes and once, in the browser that asked for it. Whether the
 * address is known plays no part here, so that nobody can find out by asking. Ten wrong codes for one address within an hour
 * and no code is taken for it until the hour is over.
 */
@Repository
class SignInLinks {
    static final Duration GOOD_FOR = Duration.ofMinutes(15);
    static final int WRONG_CODES_AN_HOUR = 10;
    static final int LETTERS_AN_HOUR = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient sql;
    private final Tries tries;

    SignInLinks(JdbcClient sql, Tries tries) {
        this.sql = sql;
        this.tries = tries;
    }

    /** What the letter carries; empty when this address has had its letters for the hour. */
    Optional<Secrets> make(long council, EmailAddress email, Token browser, String onward, Instant now) {
        if (!tries.take(council, LETTERS_AN_HOUR, now, "letter", email.folded())) {
            return Optional.empty();
        }
        Token token = Token.fresh();
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
        sql.sql("""
                        insert into people.sign_in_link (council_id, link_id, email, email_folded, token_hash, code_hash,
                            browser_hash, onward, made_at, expires_at)
                        values (:council, :id, :email, :folded, :token, :code, :browser, :onward, :now, :expires)""")
                .param("council", council)
                .param("id", UUID.randomUUID())
                .param("email", email.written())
                .param("folded", email.folded())
                .param("token", token.hash())
                .param("code", codeHash(browser, code))
                .param("browser", browser.hash())
                .param("onward", onward)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(GOOD_FOR)))
                .update();
        return Optional.of(new Secrets(token, code));
    }

    /** Uses a link. */
    Redeemed redeem(long council, Token token, Token browser, Instant now) {
        Optional<Link> found = open("token_hash = :hash", council, token.hash(), now);
        if (found.isEmpty()) {
            return new Redeemed.Refused(Redeemed.Why.NOT_GOOD);
        }
        return found.get().isFrom(browser) ? use(found.get(), now) : new Redeemed.Refused(Redeemed.Why.OTHER_BROWSER);
    }

    /** Uses the code of the last letter that this browser asked for. */
    Redeemed redeemCode(long council, Token browser, String code, Instant now) {
        Optional<Link> found = open("browser_hash = :hash", council, browser.hash(), now);
        if (found.isEmpty()) {
            return new Redeemed.Refused(Redeemed.Why.NOT_GOOD);
        }
        Link link = found.get();
        if (!tries.take(council, WRONG_CODES_AN_HOUR, now, "code", link.folded())) {
            return new Redeemed.Refused(Redeemed.Why.LOCKED);
        }
        if (!MessageDigest.isEqual(link.codeHash(), codeHash(browser, code))) {
            return new Redeemed.Refused(Redeemed.Why.WRONG_CODE);
        }
        tries.forget(council, "code", link.folded());
        return use(link, now);
    }

    private Optional<Link> open(String by, long council, byte[] hash, Instant now) {
        return sql.sql("""
                        select council_id, link_id, email, email_folded, code_hash, browser_hash, onward from people.sign_in_link
                        where council_id = :council and used_at is null and expires_at > :now and\s""" + by + " order by made_at desc limit 1")
                .param("council", council)
                .param("now", Timestamp.from(now))
                .param("hash", hash)
                .query(SignInLinks::link)
                .optional();
    }

    private Redeemed use(Link link, Instant now) {
        int used = sql.sql("""
                        update people.sign_in_link set used_at = :now
                        where council_id = :council and link_id = :id and used_at is null""")
                .param("council", link.council())
                .param("id", link.id())
                .param("now", Timestamp.from(now))
                .update();
        return used == 1
                ? new Redeemed.Shown(new Proof(link.council(), link.email(), link.onward()))
                : new Redeemed.Refused(Redeemed.Why.NOT_GOOD);
    }

    private static byte[] codeHash(Token browser, String code) {
        return Token.hash(browser.secret(), code.replaceAll("\\s", ""));
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getLong("council_id"),
                row.getObject("link_id", UUID.class),
                row.getString("email"),
                row.getString("email_folded"),
                row.getBytes("code_hash"),
                row.getBytes("browser_hash"),
                row.getString("onward"));
    }

    /** What a letter carries: the secret of the link, and the six digits for the browser that asked. */
    record Secrets(Token token, String code) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Link(
            long council, UUID id, String email, String folded, byte[] codeHash, byte[] browserHash, String onward) {
        boolean isFrom(Token browser) {
            return MessageDigest.isEqual(browserHash, browser.hash());
        }
    }
}

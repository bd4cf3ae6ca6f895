package org.communitycontracts.news;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.communitycontracts.news.Subscriber.Follow;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Token;
import org.communitycontracts.store.SiteKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The subscribers of each council, and what they follow. */
@Repository
public class Subscribers {
    private static final LocalTime QUIET_FROM = LocalTime.of(21, 0);
    private static final LocalTime QUIET_UNTIL = LocalTime.of(8, 0);
    /** So often somebody can be asked by letter without having said yes. */
    private static final int MOST_WAITING = 10;

    private static final String ALL = """
            select s.council_id, s.subscriber_id, s.email, s.rhythm, s.quiet_from, s.quiet_until, s.urgent,
                f.follow_id, f.report_id, f.neighbourhood_id, f.category, f.street, f.own, f.confirmed_at
            from news.subscriber s left join news.follow f using (council_id, subscriber_id)
            where s.council_id = :council""";

    private final JdbcClient sql;
    private final SiteKey key;

    public Subscribers(JdbcClient sql, SiteKey key) {
        this.sql = sql;
        this.key = key;
    }

    /** The secret of a subscriber's link; the same for ever. */
    Token token(long council, UUID subscriber) {
        byte[] mark = key.mark("news", Long.toString(council), subscriber.toString());
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(mark));
    }

    /**
     * Notes that somebody asked for news to this address; nothing is sent before they say yes.
     *
     * @return whom to ask; empty when they have been asked, or said yes, already
     */
    Optional<Subscriber> ask(long council, EmailAddress email, Rhythm rhythm, Follow follow, Instant now) {
        UUID id = subscriber(council, email, rhythm, now);
        Subscriber known = find(council, token(council, id)).orElseThrow();
        if (known.follows().stream().filter(each -> each.confirmedAt() == null).count() >= MOST_WAITING) {
            return Optional.empty();
        }
        int added = sql.sql("""
                        insert into news.follow (council_id, follow_id, subscriber_id, report_id, neighbourhood_id, category,
                            street, own, asked_at)
                        values (:council, :id, :subscriber, :report, :place, :category, :street, :own, :now)
                        on conflict do nothing""")
                .param("council", council)
                .param("id", follow.id())
                .param("subscriber", id)
                .param("report", follow.report(), Types.BIGINT)
                .param("place", follow.neighbourhood(), Types.BIGINT)
                .param("category", follow.category(), Types.VARCHAR)
                .param("street", follow.street(), Types.VARCHAR)
                .param("own", follow.own())
                .param("now", Timestamp.from(now))
                .update();
        return added == 0 ? Optional.empty() : find(council, token(council, id));
    }

    private UUID subscriber(long council, EmailAddress email, Rhythm rhythm, Instant now) {
        UUID fresh = UUID.randomUUID();
        sql.sql("""
                        insert into news.subscriber (council_id, subscriber_id, email, token_hash, rhythm, quiet_from,
                            quiet_until, urgent, asked_at)
                        values (:council, :id, :email, :token, :rhythm, :from, :until, false, :now) on conflict do nothing""")
                .param("council", council)
                .param("id", fresh)
                .param("email", email.written())
                .param("token", token(council, fresh).hash())
                .param("rhythm", rhythm.word())
                .param("from", QUIET_FROM)
                .param("until", QUIET_UNTIL)
                .param("now", Timestamp.from(now))
                .update();
        return sql.sql("""
                        select subscriber_id from news.subscriber
                        where council_id = :council and lower(email) = lower(:email)""")
                .param("council", council)
                .param("email", email.written())
                .query(UUID.class)
                .single();
    }

    Optional<Subscriber> find(long council, Token token) {
        return list(sql.sql(ALL + " and s.token_hash = :token order by f.asked_at, f.follow_id")
                        .param("council", council)
                        .param("token", token.hash()))
                .stream()
                .findFirst();
    }

    /** Everybody who follows one of these reports or something in one of these places, and said yes. */
    List<Subscriber> following(long council, Collection<Long> reports, Collection<Long> places) {
        return list(sql.sql(ALL + " " + """
                         and f.confirmed_at is not null
                         and (f.report_id = any (:reports) or f.neighbourhood_id = any (:places))""")
                .param("council", council)
                .param("reports", reports.toArray(Long[]::new))
                .param("places", places.toArray(Long[]::new)));
    }

    List<Subscriber> list(long council, Collection<UUID> ids) {
        return list(sql.sql(ALL + " and s.subscriber_id = any (:ids)")
                .param("council", council)
                .param("ids", ids.toArray(UUID[]::new)));
    }

    /** Somebody at the address said yes to all that was asked for. */
    void confirm(Subscriber subscriber, Instant now) {
        sql.sql("""
                        update news.follow set confirmed_at = :now
                        where council_id = :council and subscriber_id = :id and confirmed_at is null""")
                .param("council", subscriber.council())
                .param("id", subscriber.id())
                .param("now", Timestamp.from(now))
                .update();
    }

    void change(Subscriber subscriber, Rhythm rhythm, LocalTime quietFrom, LocalTime quietUntil, boolean urgent) {
        sql.sql("""
                        update news.subscriber set rhythm = :rhythm, quiet_from = :from, quiet_until = :until, urgent = :urgent
                        where council_id = :council and subscriber_id = :id""")
                .param("rhythm", rhythm.word())
                .param("from", quietFrom)
                .param("until", quietUntil)
                .param("urgent", urgent)
                .param("council", subscriber.council())
                .param("id", subscriber.id())
                .update();
    }

    /** Ends one of the things they follow; with the last the address is forgotten. */
    void drop(Subscriber subscriber, UUID follow) {
        sql.sql("delete from news.follow where council_id = :council and subscriber_id = :id and follow_id = :follow")
                .param("council", subscriber.council())
                .param("id", subscriber.id())
                .param("follow", follow)
                .update();
        if (subscriber.follows().stream().allMatch(each -> each.id().equals(follow))) {
            forget(subscriber);
        }
    }

    /** Ends all news to the address at once, and forgets it. */
    void forget(Subscriber subscriber) {
        sql.sql("delete from news.told where council_id = :council and reader = :id and lettered_at is null")
                .param("council", subscriber.council())
                .param("id", subscriber.id())
                .update();
        sql.sql("delete from news.subscriber where council_id = :council and subscriber_id = :id")
                .param("council", subscriber.council())
                .param("id", subscriber.id())
                .update();
    }

    private static List<Subscriber> list(JdbcClient.StatementSpec asked) {
        Map<UUID, Subscriber> found = new LinkedHashMap<>();
        asked.query(row -> {
            Subscriber one = subscriber(row);
            found.merge(one.id(), one, Subscribers::together);
        });
        return List.copyOf(found.values());
    }

    private static Subscriber together(Subscriber first, Subscriber more) {
        List<Follow> follows = new ArrayList<>(first.follows());
        follows.addAll(more.follows());
        return new Subscriber(
                first.council(),
                first.id(),
                first.email(),
                first.rhythm(),
                first.quietFrom(),
                first.quietUntil(),
                first.urgent(),
                follows);
    }

    private static Subscriber subscriber(ResultSet row) throws SQLException {
        UUID follow = row.getObject("follow_id", UUID.class);
        return new Subscriber(
                row.getLong("council_id"),
                row.getObject("subscriber_id", UUID.class),
                row.getString("email"),
                Rhythm.of(row.getString("rhythm")),
                row.getObject("quiet_from", LocalTime.class),
                row.getObject("quiet_until", LocalTime.class),
                row.getBoolean("urgent"),
                follow == null ? List.of() : List.of(follow(row, follow)));
    }

    private static Follow follow(ResultSet row, UUID id) throws SQLException {
        @Nullable Timestamp confirmed = row.getTimestamp("confirmed_at");
        return new Follow(
                id,
                row.getObject("report_id", Long.class),
                row.getObject("neighbourhood_id", Long.class),
                row.getString("category"),
                row.getString("street"),
                row.getBoolean("own"),
                confirmed == null ? null : confirmed.toInstant());
    }
}

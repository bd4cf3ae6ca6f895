package org.communitycontracts.people.signin;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.acts.Act;
import org.communitycontracts.people.Holding;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Register;
import org.communitycontracts.people.Standings;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.post.Letter;
import org.communitycontracts.post.Post;
import org.communitycontracts.store.Sight;
import org.communitycontracts.store.SiteKey;
import org.communitycontracts.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The staff directories, at most one for a council. */
@Repository
public class Directories {
    private final Words words = Words.beside(Directories.class);
    private final JdbcClient sql;
    private final SiteKey key;
    private final Sight sight;
    private final Register register;
    private final Standings standings;
    private final People people;
    private final Post post;

    Directories(
            JdbcClient sql,
            SiteKey key,
            Sight sight,
            Register register,
            Standings standings,
            People people,
            Post post) {
        this.sql = sql;
        this.key = key;
        this.sight = sight;
        this.register = register;
        this.standings = standings;
        this.people = people;
        this.post = post;
    }

    /**
     * Enters the directory of a council, or puts another in its place, and tells every administrator of the council by letter:
     * whoever keeps a directory can sign in as the staff it speaks for.
     */
    public void enter(Actor actor, Directory directory, String secret, Instant now) {
        Policy.demand(actor, Deed.KEEP_DIRECTORY, Where.council(directory.council()));
        register.inOneStep(() -> {
            write(directory, secret);
            keep(actor, "directory.entered", directory.council(), now);
            tell(actor, directory, now);
        });
    }

    private void tell(Actor actor, Directory directory, Instant now) {
        List<Holding> administrators = standings.list(directory.council(), now).stream()
                .filter(holding -> holding.standing().role() == Role.COUNCIL_ADMINISTRATOR)
                .toList();
        String text = words.of("directory.entered.text", directory.issuer(), String.join(", ", directory.domains()));
        people.holders(actor, directory.council(), administrators)
                .forEach(person -> post.send(
                        new Letter(
                                directory.council(),
                                person.email().written(),
                                words.of("directory.entered.subject"),
                                text,
                                null,
                                true),
                        now));
    }

    private void write(Directory directory, String secret) {
        sql.sql("""
                        insert into people.directory (council_id, issuer, client, sealed_secret, domains, two_factors_word)
                        values (:council, :issuer, :client, :secret, :domains, :word)
                        on conflict (council_id) do update set issuer = excluded.issuer, client = excluded.client,
                            sealed_secret = excluded.sealed_secret, domains = excluded.domains,
                            two_factors_word = excluded.two_factors_word""")
                .param("council", directory.council())
                .param("issuer", directory.issuer())
                .param("client", directory.client())
                .param("secret", key.seal(secret.getBytes(StandardCharsets.UTF_8), whose(directory.council())))
                .param("domains", String.join(",", directory.domains()))
                .param("word", directory.twoFactorsWord(), Types.VARCHAR)
                .update();
    }

    /** Takes the directory of a council away: its people sign in by letter or passkey again. */
    public void end(Actor actor, long council, Instant now) {
        Policy.demand(actor, Deed.KEEP_DIRECTORY, Where.council(council));
        register.inOneStep(() -> {
            int ended = sql.sql("delete from people.directory where council_id = :council")
                    .param("council", council)
                    .update();
            if (ended == 1) {
                keep(actor, "directory.ended", council, now);
            }
        });
    }

    private void keep(Actor actor, String verb, long council, Instant now) {
        Act.By by = Register.by(actor, Deed.KEEP_DIRECTORY.roles(), Where.council(council));
        register.keep(by, verb, council, new Act.Thing("directory", Long.toString(council)), null, null, now);
    }

    public Optional<Directory> find(long council) {
        return sql.sql("""
                        select council_id, issuer, client, domains, two_factors_word from people.directory
                        where council_id = :council""")
                .param("council", council)
                .query(Directories::directory)
                .optional();
    }

    /** The councils that have one: everybody may know that, and nobody has said a council yet. */
    List<Long> councils() {
        return sight.ofAll(() -> sql.sql("select council_id from people.directory order by council_id")
                .query(Long.class)
                .list());
    }

    String secret(Directory directory) {
        byte[] sealed = sql.sql("select sealed_secret from people.directory where council_id = :council")
                .param("council", directory.council())
                .query(byte[].class)
                .single();
        return new String(key.open(sealed, whose(directory.council())), StandardCharsets.UTF_8);
    }

    private static String whose(long council) {
        return "directory " + council;
    }

    private static Directory directory(ResultSet row, int number) throws SQLException {
        return new Directory(
                row.getLong("council_id"),
                row.getString("issuer"),
                row.getString("client"),
                List.of(row.getString("domains").split(",")),
                row.getString("two_factors_word"));
    }
}

package org.communitycontracts.people.residency;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.communitycontracts.acts.Act;
import org.communitycontracts.people.Register;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.store.SiteKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Codes that are printed in letters, one a letter, good for 60 days and once. Only a mark of the code is kept, and a mark of
 * the address; the addresses typed for printing stand on the printed page alone.
 */
@Repository
public class AddressCodes {
    static final Duration GOOD_FOR = Duration.ofDays(60);
    static final int MOST_AT_ONCE = 500;
    /** Letters and digits that nobody mixes up on paper: 30 of them, so that twelve are 58 bits. */
    private static final String CLEAR = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient sql;
    private final SiteKey key;
    private final Register register;

    AddressCodes(JdbcClient sql, SiteKey key, Register register) {
        this.sql = sql;
        this.key = key;
        this.register = register;
    }

    /** One letter to print. */
    public record Letter(Address address, String code) {}

    /** What a code has shown. */
    record Used(Household household) {}

    /** Makes a code for each address, in order. */
    public List<Letter> print(Actor actor, Neighbourhood place, List<Address> addresses, Instant now) {
        Policy.demand(actor, Deed.PRINT_CODES, Where.council(place.councilId()).neighbourhood(place.id()));
        if (addresses.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("At most " + MOST_AT_ONCE + " letters are printed at once");
        }
        List<Letter> letters =
                addresses.stream().map(address -> new Letter(address, fresh())).toList();
        register.inOneStep(() -> {
            sql.sql("""
                            insert into people.address_code (council_id, code_hash, neighbourhood_id, household, printed_at,
                                printed_by, expires_at)
                            select :council, hash, :place, household, :now, :by, :expires
                            from unnest(:hashes::bytea[], :households::bytea[]) as made (hash, household)""")
                    .param("council", place.councilId())
                    .param(
                            "hashes",
                            letters.stream()
                                    .map(letter -> hash(place, letter.code()))
                                    .toArray(byte[][]::new))
                    .param("place", place.id())
                    .param(
                            "households",
                            letters.stream()
                                    .map(letter -> letter.address()
                                            .household(key, place.councilId())
                                            .mark())
                                    .toArray(byte[][]::new))
                    .param("now", Timestamp.from(now))
                    .param("by", actor.person(), Types.OTHER)
                    .param("expires", Timestamp.from(now.plus(GOOD_FOR)))
                    .update();
            Where where = Where.council(place.councilId()).neighbourhood(place.id());
            Act.By by = Register.by(actor, Deed.PRINT_CODES.roles(), where);
            Act.Thing thing = new Act.Thing("neighbourhood", place.slug());
            register.keep(by, "codes.printed", place.councilId(), thing, null, null, now);
        });
        return letters;
    }

    Optional<Used> use(Neighbourhood place, String code, UUID person, Instant now) {
        return sql.sql("""
                        update people.address_code set used_at = :now, used_by = :person
                        where council_id = :council and code_hash = :hash and neighbourhood_id = :place
                            and used_at is null and expires_at > :now
                        returning household""")
                .param("council", place.councilId())
                .param("hash", hash(place, code))
                .param("place", place.id())
                .param("person", person)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Used(new Household(row.getBytes("household"))))
                .optional();
    }

    private byte[] hash(Neighbourhood place, String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return key.mark("address code", Long.toString(place.councilId()), plain);
    }

    private static String fresh() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(CLEAR.charAt(RANDOM.nextInt(CLEAR.length())));
        }
        return code.toString();
    }
}

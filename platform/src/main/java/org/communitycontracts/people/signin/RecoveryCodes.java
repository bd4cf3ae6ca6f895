package org.communitycontracts.people.signin;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.communitycontracts.people.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Ten codes on paper for the day the telephone is lost: each works once, and only their hashes are kept. */
@Repository
class RecoveryCodes {
    private static final int HOW_MANY = 10;
    private static final int LETTERS_EACH = 24;
    /** Letters and digits that nobody mixes up on paper; 117 bits a code, so many that its plain hash can be kept. */
    private static final String CLEAR = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient sql;

    RecoveryCodes(JdbcClient sql) {
        this.sql = sql;
    }

    /** Makes ten new ones, in groups of four letters, to be shown once; those made before are no longer good. */
    @Transactional
    List<String> make(Owner owner, Instant now) {
        remove(owner);
        List<String> codes =
                Stream.generate(RecoveryCodes::fresh).limit(HOW_MANY).toList();
        codes.forEach(code -> sql.sql("""
                        insert into people.recovery_code (council_id, person_id, code_hash, made_at)
                        values (:council, :person, :hash, :now)""")
                .param("council", owner.council())
                .param("person", owner.person())
                .param("hash", hash(owner, code))
                .param("now", Timestamp.from(now))
                .update());
        return codes;
    }

    /** Takes a code; each only once. */
    boolean take(Owner owner, String typed, Instant now) {
        return sql.sql("""
                        update people.recovery_code set used_at = :now
                        where council_id = :council and person_id = :person and code_hash = :hash and used_at is null""")
                        .param("council", owner.council())
                        .param("person", owner.person())
                        .param("hash", hash(owner, typed))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** How many are left. */
    int left(Owner owner) {
        return sql.sql("""
                        select count(*) from people.recovery_code
                        where council_id = :council and person_id = :person and used_at is null""")
                .param("council", owner.council())
                .param("person", owner.person())
                .query(Integer.class)
                .single();
    }

    void remove(Owner owner) {
        sql.sql("delete from people.recovery_code where council_id = :council and person_id = :person")
                .param("council", owner.council())
                .param("person", owner.person())
                .update();
    }

    private static byte[] hash(Owner owner, String typed) {
        String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return Token.hash(
                "recovery", Long.toString(owner.council()), owner.person().toString(), letters);
    }

    private static String fresh() {
        StringBuilder code = new StringBuilder();
        for (int at = 0; at < LETTERS_EACH; at++) {
            code.append(at > 0 && at % 4 == 0 ? "-" : "").append(CLEAR.charAt(RANDOM.nextInt(CLEAR.length())));
        }
        return code.toString();
    }
}

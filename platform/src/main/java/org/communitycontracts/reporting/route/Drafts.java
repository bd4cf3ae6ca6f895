package org.communitycontracts.reporting.route;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.people.Token;
import org.communitycontracts.web.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The reports that are being written, each sealed with the secret in its address; a day after the last answer it is gone. */
@Repository
class Drafts {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient sql;

    Drafts(JdbcClient sql) {
        this.sql = sql;
    }

    Token begin(long council, Draft draft, Instant now) {
        Token token = Token.fresh();
        keep(council, token, draft, now);
        return token;
    }

    void keep(long council, Token token, Draft draft, Instant now) {
        sql.sql("""
                        insert into reporting.draft (council_id, token_hash, answers, touched_at)
                        values (:council, :token, :answers, :now)
                        on conflict (council_id, token_hash) do update set answers = :answers, touched_at = :now""")
                .param("council", council)
                .param("token", token.hash())
                .param("answers", Sealed.close(bytes(draft), secret(token)))
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Draft> find(long council, Token token) {
        return sql.sql("select answers from reporting.draft where council_id = :council and token_hash = :token")
                .param("council", council)
                .param("token", token.hash())
                .query(byte[].class)
                .optional()
                .map(closed -> new Draft(JSON.readValue(
                        new String(Sealed.open(closed, secret(token)), StandardCharsets.UTF_8), ANSWERS)));
    }

    /** Takes the draft away; false when somebody took it before, so that of two sendings only one goes on. */
    boolean take(long council, Token token) {
        return sql.sql("delete from reporting.draft where council_id = :council and token_hash = :token")
                        .param("council", council)
                        .param("token", token.hash())
                        .update()
                == 1;
    }

    private static byte[] bytes(Draft draft) {
        return JSON.writeValueAsString(draft.answers()).getBytes(StandardCharsets.UTF_8);
    }

    /** With what a draft and its photos are sealed. */
    static byte[] secret(Token token) {
        return Token.hash("draft", token.secret());
    }
}

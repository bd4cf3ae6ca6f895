package org.communitycontracts.people.signin;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** The passkeys as they are kept. */
@Repository
class Passkeys {
    private final JdbcClient sql;
    private final InstantSource clock;

    Passkeys(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Those of a person, the oldest first. */
    List<Passkey> list(Owner owner) {
        return sql.sql("""
                        select passkey_id, label, made_at, used_at from people.passkey
                        where council_id = :council and person_id = :person order by made_at, passkey_id""")
                .param("council", owner.council())
                .param("person", owner.person())
                .query((row, _) -> new Passkey(
                        Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes("passkey_id")),
                        row.getString("label"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("used_at").toInstant()))
                .list();
    }

    boolean remove(Owner owner, String id) {
        return sql.sql("""
                        delete from people.passkey
                        where council_id = :council and person_id = :person and passkey_id = :id""")
                        .param("council", owner.council())
                        .param("person", owner.person())
                        .param("id", Base64.getUrlDecoder().decode(id))
                        .update()
                == 1;
    }

    void removeAll(Owner owner) {
        sql.sql("delete from people.passkey where council_id = :council and person_id = :person")
                .param("council", owner.council())
                .param("person", owner.person())
                .update();
    }

    /** Those of one person, in the form in which Spring asks for them: nobody else's are found. */
    UserCredentialRepository of(Owner owner) {
        return new OfOne(owner);
    }

    private void save(Owner owner, CredentialRecord passkey) {
        sql.sql("""
                        insert into people.passkey (council_id, passkey_id, person_id, label, public_key, sign_count, transports,
                            backup_eligible, backed_up, attestation, made_at, used_at)
                        values (:council, :id, :person, :label, :key, :count, :transports,
                            :eligible, :backed, :attestation, :now, :now)
                        on conflict (council_id, passkey_id) do update
                        set sign_count = excluded.sign_count, backed_up = excluded.backed_up, used_at = excluded.used_at
                        where passkey.person_id = excluded.person_id""")
                .param("council", owner.council())
                .param("id", passkey.getCredentialId().getBytes())
                .param("person", owner.person())
                .param("label", passkey.getLabel())
                .param("key", passkey.getPublicKey().getBytes())
                .param("count", passkey.getSignatureCount())
                .param("transports", PasskeyRow.text(passkey.getTransports()))
                .param("eligible", passkey.isBackupEligible())
                .param("backed", passkey.isBackupState())
                .param("attestation", PasskeyRow.bytes(passkey.getAttestationObject()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private List<CredentialRecord> rows(Owner owner) {
        return sql.sql("""
                        select passkey_id, label, public_key, sign_count, transports, backup_eligible, backed_up, attestation,
                            made_at, used_at
                        from people.passkey where council_id = :council and person_id = :person""")
                .param("council", owner.council())
                .param("person", owner.person())
                .query((row, _) -> PasskeyRow.read(row, owner))
                .list();
    }

    private final class OfOne implements UserCredentialRepository {
        private final Owner owner;

        private OfOne(Owner owner) {
            this.owner = owner;
        }

        @Override
        public void save(CredentialRecord passkey) {
            Passkeys.this.save(owner, passkey);
        }

        @Override
        public @Nullable CredentialRecord findByCredentialId(Bytes id) {
            return rows(owner).stream()
                    .filter(passkey -> passkey.getCredentialId().equals(id))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public List<CredentialRecord> findByUserId(Bytes handle) {
            return handle.equals(owner.handle()) ? rows(owner) : List.of();
        }

        @Override
        public void delete(Bytes id) {
            throw new UnsupportedOperationException("A passkey is removed by its owner's page alone");
        }
    }
}

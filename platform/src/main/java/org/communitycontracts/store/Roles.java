package org.communitycontracts.store;

import java.util.List;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database's own roles: the owner makes tables, {@code cc_app} reads and writes rows but makes and drops nothing,
 * {@code cc_reader} reads what is no personal data. Tables of a guarded room show a connection one council at a time; see
 * {@link Sight}.
 */
final class Roles {
    static final String APPLICATION = "cc_app";
    static final String READER = "cc_reader";

    private final JdbcClient owner;

    Roles(JdbcClient owner) {
        this.owner = owner;
    }

    /** Makes the roles, once for a server. */
    void make() {
        try {
            for (String role : List.of(APPLICATION, READER)) {
                owner.sql("""
                                do $$ begin
                                    if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s nologin; end if;
                                    if not pg_has_role(current_user, '%1$s', 'member') then
                                        execute format('grant %1$s to %%I', current_user);
                                    end if;
                                end $$""".formatted(role)).update();
            }
        } catch (DataAccessException fault) {
            throw new CannotStart(
                    "The database has no roles cc_app and cc_reader, and this user may not make them. As the server's"
                            + " administrator run: create role cc_app; create role cc_reader; grant cc_app, cc_reader to"
                            + " the user that DATABASE_URL names; then start again.",
                    fault);
        }
    }

    /** What the roles may do with the tables of a room, those to come included; a room's own SQL may take some of it back. */
    void grant(String room, boolean guarded) {
        boolean granted =
                owner.sql("""
                        select exists (select from pg_namespace n join pg_default_acl d on d.defaclnamespace = n.oid
                        where n.nspname = :room)""").param("room", room).query(Boolean.class).single();
        if (granted) {
            return;
        }
        owner.sql("""
                        create schema if not exists %1$s;
                        grant usage on schema %1$s to cc_app, cc_reader;
                        grant select, insert, update, delete on all tables in schema %1$s to cc_app;
                        grant usage on all sequences in schema %1$s to cc_app;
                        alter default privileges in schema %1$s grant select, insert, update, delete on tables to cc_app;
                        alter default privileges in schema %1$s grant usage on sequences to cc_app""".formatted(room)).update();
        if (!guarded) {
            owner.sql("""
                            grant select on all tables in schema %1$s to cc_reader;
                            alter default privileges in schema %1$s grant select on tables to cc_reader""".formatted(room)).update();
        }
    }

    /** Which migrations have been run is the owner's to say. */
    void keepTheListOfMigrations(String room) {
        owner.sql("revoke insert, update, delete on " + room + ".migration from cc_app")
                .update();
    }

    /** Lets every table of these rooms show one council at a time; a table made since the last start is not forgotten. */
    void guard(Set<String> rooms) {
        owner.sql("""
                        select format('%I.%I', c.table_schema, c.table_name) from information_schema.columns c
                        join pg_class t on t.oid = format('%I.%I', c.table_schema, c.table_name)::regclass and t.relkind = 'r'
                        where c.table_schema in (:rooms) and c.column_name = 'council_id' and not t.relrowsecurity""")
                .param("rooms", rooms)
                .query(String.class)
                .list()
                .forEach(table -> owner.sql("""
                                alter table %1$s enable row level security;
                                create policy one_council on %1$s to cc_app
                                    using (council_id::text = current_setting('cc.council', true)
                                        or current_setting('cc.council', true) = 'all')""".formatted(table)).update());
    }
}

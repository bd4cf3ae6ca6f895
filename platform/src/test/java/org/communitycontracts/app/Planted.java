package org.communitycontracts.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.communitycontracts.acts.Act;
import org.communitycontracts.acts.Acts;
import org.communitycontracts.people.Person;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.store.Inventory;
import org.communitycontracts.store.KeptColumn;
import org.communitycontracts.store.KeptTable;
import org.communitycontracts.store.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People whose every personal word is marked, each word with a number of its own: names, addresses, letters, reasons. */
final class Planted {
    private final Milltown milltown;
    private final JdbcClient sql;
    private final List<Person> people = new ArrayList<>();
    private final Map<UUID, Set<String>> marks = new HashMap<>();
    private int count;

    Planted(Milltown milltown) {
        this.milltown = milltown;
        this.sql = milltown.house.database().sql();
    }

    List<Person> people() {
        return people;
    }

    Set<String> of(Person person) {
        return marks.getOrDefault(person.id(), Set.of());
    }

    Set<String> all() {
        Set<String> all = new TreeSet<>();
        marks.values().forEach(all::addAll);
        return all;
    }

    /** Plants people until so many marked words stand in the house. */
    void plant(int most) {
        while (count < most) {
            person();
        }
    }

    private void person() {
        Person blank = milltown.newcomer("Blank");
        String email = mark(blank) + "@example.org";
        String name = mark(blank);
        sql.sql(
                        "update people.person set name = :name, email = :email, email_folded = :email, closed_why = :why where person_id = :id")
                .param("name", name)
                .param("email", email)
                .param("why", mark(blank))
                .param("id", blank.id())
                .update();
        Person person = milltown.person(email);
        people.add(person);
        milltown.of(person).opens("/account");
        milltown.house.give(person, milltown.in(Role.CHAMPION, "mill-lane"));
        letters(person, email);
        rows(person, email);
        report(person, email);
        news(person, email);
        acts(person);
    }

    private void letters(Person person, String email) {
        sql.sql("""
                        insert into post.letter (council_id, letter_id, recipient, subject, body, automatic, local, written_at,
                            next_try_at, trouble)
                        values (:council, gen_random_uuid(), :email, 'Your code', :body, true, true, now(), now(), :trouble)""")
                .param("council", milltown.council.id())
                .param("email", email)
                .param("body", mark(person))
                .param("trouble", mark(person))
                .update();
    }

    private void rows(Person person, String email) {
        insert(
                "people.invitation",
                person,
                email,
                Map.of(
                        "invitation_id",
                        "gen_random_uuid()",
                        "email",
                        "@email",
                        "name",
                        "@mark",
                        "role",
                        "'champion'",
                        "token_hash",
                        "sha256(gen_random_uuid()::text::bytea)",
                        "made_at",
                        "now()",
                        "expires_at",
                        "now() + interval '9 days'"));
        insert(
                "people.sign_in_link",
                person,
                email,
                Map.of(
                        "link_id",
                        "gen_random_uuid()",
                        "email",
                        "@email",
                        "email_folded",
                        "@email",
                        "token_hash",
                        "sha256(gen_random_uuid()::text::bytea)",
                        "code_hash",
                        "''::bytea",
                        "browser_hash",
                        "''::bytea",
                        "made_at",
                        "now()",
                        "expires_at",
                        "now() + interval '9 days'",
                        "onward",
                        "@mark"));
        insert(
                "people.session",
                person,
                email,
                Map.of(
                        "session_id",
                        "gen_random_uuid()",
                        "person_id",
                        "@person",
                        "way",
                        "'letter'",
                        "browser",
                        "@mark",
                        "begun_at",
                        "now()",
                        "used_at",
                        "now() + interval '900 days'"));
        insert(
                "people.passkey",
                person,
                email,
                Map.of(
                        "passkey_id",
                        "sha256(gen_random_uuid()::text::bytea)",
                        "person_id",
                        "@person",
                        "label",
                        "@mark",
                        "public_key",
                        "''::bytea",
                        "sign_count",
                        "0",
                        "transports",
                        "@mark",
                        "backup_eligible",
                        "true",
                        "backed_up",
                        "true",
                        "attestation",
                        "''::bytea",
                        "made_at",
                        "now()"),
                "used_at",
                "now()");
        insert(
                "people.email_change",
                person,
                email,
                Map.of(
                        "token_hash",
                        "sha256(gen_random_uuid()::text::bytea)",
                        "person_id",
                        "@person",
                        "email",
                        "@mark",
                        "expires_at",
                        "now() + interval '9 days'"));
        insert(
                "people.guardian_consent",
                person,
                email,
                Map.of(
                        "consent_id",
                        "gen_random_uuid()",
                        "person_id",
                        "@person",
                        "guardian_email",
                        "@mark",
                        "token_hash",
                        "sha256(gen_random_uuid()::text::bytea)",
                        "asked_at",
                        "now()",
                        "expires_at",
                        "now() + interval '9 days'"));
        insert(
                "people.telling",
                person,
                email,
                Map.of(
                        "telling_id",
                        "gen_random_uuid()",
                        "route",
                        "'paper'",
                        "told_by",
                        "@person",
                        "told_name",
                        "@mark",
                        "told_contact",
                        "@mark",
                        "typed_by",
                        "'" + people.getFirst().id() + "'",
                        "said_at",
                        "now()",
                        "typed_at",
                        "now()"));
    }

    /** A report, public as far as it can be, with what was told. */
    private void report(Person person, String email) {
        long report = sql.sql("""
                        insert into reporting.report (council_id, reference, source, source_id, category, made_at, on_map)
                        values (:council, gen_random_uuid(), 'planted', gen_random_uuid(), 'graffiti', now(), false)
                        returning report_id""")
                .param("council", milltown.council.id())
                .query(Long.class)
                .single();
        insert(
                "reporting.told",
                person,
                email,
                Map.of(
                        "report_id",
                        Long.toString(report),
                        "spot",
                        "@mark",
                        "description",
                        "@mark",
                        "answer",
                        "@mark",
                        "known_to",
                        "'services'",
                        "name",
                        "@mark",
                        "email",
                        "@email",
                        "token_hash",
                        "sha256(gen_random_uuid()::text::bytea)",
                        "told_at",
                        "now()"));
        sql.sql("""
                        insert into reporting.happening (council_id, report_id, seq, event, at, recorded, facts)
                        values (:council, :report, 1, 'reopened', now(), now(), '{}')""")
                .param("council", milltown.council.id())
                .param("report", report)
                .update();
        insert(
                "reporting.remark",
                person,
                email,
                Map.of("report_id", Long.toString(report), "seq", "1", "words", "@mark", "told_at", "now()"));
    }

    /** Somebody gets news, and was told some. */
    private void news(Person person, String email) {
        String reader = "md5('" + person.id() + "')::uuid";
        insert(
                "news.subscriber",
                person,
                email,
                Map.of(
                        "subscriber_id",
                        reader,
                        "email",
                        "@email",
                        "token_hash",
                        "sha256(gen_random_uuid()::text::bytea)",
                        "rhythm",
                        "'daily'",
                        "quiet_from",
                        "'21:00'",
                        "quiet_until",
                        "'08:00'",
                        "urgent",
                        "false",
                        "asked_at",
                        "now()"));
        insert(
                "news.follow",
                person,
                email,
                Map.of(
                        "follow_id",
                        "gen_random_uuid()",
                        "subscriber_id",
                        reader,
                        "neighbourhood_id",
                        "1",
                        "category",
                        "@mark",
                        "street",
                        "@mark",
                        "own",
                        "false",
                        "asked_at",
                        "now()",
                        "confirmed_at",
                        "now()"));
        insert(
                "news.told",
                person,
                email,
                Map.of(
                        "report_id",
                        "1",
                        "contract",
                        "'contract'",
                        "clause",
                        "'clause'",
                        "clock",
                        "0",
                        "cycle",
                        "0",
                        "kind",
                        "'fixed'",
                        "reader",
                        reader,
                        "told_at",
                        "now()",
                        "send_at",
                        "now()"));
    }

    private void acts(Person person) {
        Act.By officer = new Act.By("coordinator", null);
        Act act = Act.of(
                        milltown.council.id(),
                        milltown.house.clock().instant(),
                        officer,
                        "report.entered",
                        new Act.Thing("report", "r-" + count))
                .because(mark(person))
                .forPerson(person.id())
                .with("telephone", mark(person));
        milltown.house.room(Sight.class).of(milltown.council.id(), () -> {
            milltown.house.room(Acts.class).keep(act);
            return true;
        });
    }

    private void insert(String table, Person person, String email, Map<String, String> values, String... more) {
        Map<String, String> all = new HashMap<>(values);
        for (int at = 0; at < more.length; at += 2) {
            all.put(more[at], more[at + 1]);
        }
        all.replaceAll((_, value) -> switch (value) {
            case "@mark" -> "'" + mark(person) + "'";
            case "@email" -> "'" + email + "'";
            case "@person" -> "'" + person.id() + "'";
            default -> value;
        });
        List<String> columns = List.copyOf(all.keySet());
        sql.sql("insert into " + table + " (council_id, " + String.join(", ", columns) + ") values ("
                        + milltown.council.id() + ", "
                        + String.join(", ", columns.stream().map(all::get).toList()) + ")")
                .update();
    }

    /** The text columns that are personal and in which no marked word stands. */
    List<String> unmarked() {
        List<String> unmarked = new ArrayList<>();
        for (KeptTable table : milltown.house.room(Inventory.class).tables()) {
            for (KeptColumn column : table.columns()) {
                if (column.kind() == KeptColumn.Kind.PERSONAL && isText(table, column) && !isMarked(table, column)) {
                    unmarked.add(table.full() + "." + column.name());
                }
            }
        }
        return unmarked;
    }

    private boolean isText(KeptTable table, KeptColumn column) {
        return sql.sql("""
                        select data_type in ('text', 'character varying') from information_schema.columns
                        where table_schema = :room and table_name = :table and column_name = :column""")
                .param("room", table.room())
                .param("table", table.name())
                .param("column", column.name())
                .query(Boolean.class)
                .single();
    }

    private boolean isMarked(KeptTable table, KeptColumn column) {
        return sql.sql("select exists (select from " + table.full() + " where " + column.name()
                        + " ~ 'canary[0-9]{6}')")
                .query(Boolean.class)
                .single();
    }

    private String mark(Person person) {
        String mark = "canary%06d".formatted(++count);
        marks.computeIfAbsent(person.id(), _ -> new TreeSet<>()).add(mark);
        return mark;
    }
}

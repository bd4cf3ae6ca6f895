package org.communitycontracts.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A superuser whom nothing stops changes the record, one thing at a time; who verifies it outside names it every time. */
class TamperingTest {
    private static final int TIMES = 1_000;
    private static final List<String> TABLES = List.of("act", "commitment", "opening", "link", "head");
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "act", List.of("council_id", "act_id", "moment", "role", "verb", "kind", "reference"),
            "commitment", List.of("council_id", "act_id", "place", "digest"),
            "opening", List.of("council_id", "act_id", "place", "salt", "value"),
            "link", List.of("council_id", "number", "act_id", "digest"),
            "head", List.of("council_id", "day", "number", "digest", "key", "signature"));

    private final Random random = new Random(20261126);
    private final Map<String, Integer> kinds = new TreeMap<>();
    private String kind = "";

    @Test
    void anyOneChangeOfASuperuserIsNamedOneThousandTimesOfOneThousand(@TempDir Path folder) throws Exception {
        try (Archive archive = new Archive(folder)) {
            archive.keep(0, 12);
            archive.heads.sign(Archive.MORNING.minusSeconds(86_400));
            archive.keep(12, 24);
            archive.acts.erase(Archive.COUNCIL, Archive.person(103), Archive.MORNING);
            archive.heads.sign(Archive.MORNING);
            Path copy = archive.heads("copy.jsonl");
            assertThat(archive.verified(archive.record("r.jsonl"), archive.heads("h.jsonl"), copy))
                    .startsWith("GOOD")
                    .contains("3 personal values were erased");
            TABLES.forEach(table -> archive.asSuperuser("create table before_" + table + " as table acts." + table));
            List<String> unseen = new ArrayList<>();
            for (int time = 0; time < TIMES; time++) {
                String change = tamper(archive);
                String said = archive.verified(archive.record("r.jsonl"), archive.heads("h.jsonl"), copy);
                if (!said.startsWith("WRONG") || !(said.contains(".jsonl:") || said.contains("The record ends"))) {
                    unseen.add(change);
                }
                restore(archive, change.substring(0, change.indexOf(':')));
            }
            assertThat(unseen).isEmpty();
            assertThat(kinds).as("every kind of change was tried").hasSize(41);
            assertThat(archive.verified(archive.record("r.jsonl"), archive.heads("h.jsonl"), copy))
                    .as("untouched again")
                    .startsWith("GOOD");
        }
    }

    @Test
    void anyOneByteOfTheFilesThemselvesIsNamed(@TempDir Path folder) throws Exception {
        try (Archive archive = new Archive(folder)) {
            archive.keep(0, 20);
            archive.acts.erase(Archive.COUNCIL, Archive.person(103), Archive.MORNING);
            archive.heads.sign(Archive.MORNING);
            Path record = archive.record("r.jsonl");
            Path heads = archive.heads("h.jsonl");
            for (Path file : List.of(record, heads)) {
                byte[] whole = Files.readAllBytes(file);
                for (int time = 0; time < TIMES; time++) {
                    byte[] changed = whole.clone();
                    int at = random.nextInt(whole.length - 1);
                    changed[at] = (byte) (changed[at] ^ (1 << random.nextInt(7)));
                    Files.write(file, changed);
                    assertThat(archive.verified(record, heads))
                            .as("byte %d of %s", at, file.getFileName())
                            .startsWith("WRONG");
                }
                Files.write(file, whole);
            }
            assertThat(archive.verified(record, heads)).startsWith("GOOD");
        }
    }

    /** Changes something at random, until a change is one. */
    private String tamper(Archive archive) {
        while (true) {
            String table = TABLES.get(random.nextInt(TABLES.size()));
            String change = change(table);
            try {
                Object touched = archive.asSuperuser(change).getFirst();
                if (!touched.equals(0) && isChanged(archive, table)) {
                    kinds.merge(kind, 1, Integer::sum);
                    return table + ": " + change;
                }
            } catch (org.springframework.dao.DataAccessException _) {
                // not even the database took it: no text, no day, or there twice
            }
            restore(archive, table);
        }
    }

    private static boolean isChanged(Archive archive, String table) {
        return archive.database
                .sql()
                .sql("select exists (select * from ((table acts." + table + " except table before_" + table
                        + ") union all" + " (table before_" + table + " except table acts." + table + ")) changed)")
                .query(Boolean.class)
                .single();
    }

    private static void restore(Archive archive, String table) {
        archive.asSuperuser("delete from acts." + table, "insert into acts." + table + " table before_" + table);
    }

    private String change(String table) {
        String row = "(select ctid from acts." + table + " offset " + random.nextInt(24)
                + " %% (select count(*) from acts." + table + ") limit 1)";
        row = row.replace("%%", "%");
        List<String> columns = COLUMNS.getOrDefault(table, List.of());
        int way = random.nextInt(10);
        if (way == 0) {
            kind = table + " row taken away";
            return "delete from acts." + table + " where ctid = " + row;
        }
        if (way == 1) {
            kind = table + " row added";
            String fresh = switch (table) {
                case "act" -> "gen_random_uuid(), moment, role, verb, kind, reference";
                case "commitment" -> "act_id, place || 'x', digest";
                case "opening" -> "act_id, place || 'x', salt, value";
                case "link" -> "number + 1000, gen_random_uuid(), digest";
                default -> "day + 1, number, digest, key, signature";
            };
            return "insert into acts." + table + " select council_id, " + fresh + " from acts." + table
                    + " where ctid = " + row;
        }
        String column = columns.get(random.nextInt(columns.size()));
        if (way == 2) {
            kind = table + " values swapped";
            return swap(table, columns.getLast(), row);
        }
        kind = table + "." + column;
        return "update acts." + table + " set " + column + " = " + changed(column) + " where ctid = " + row;
    }

    /** Two rows change places in their last column. */
    private static String swap(String table, String column, String row) {
        return "with a as (select ctid as place, " + column + " as v from acts." + table + " where ctid = " + row
                + "), b as (select t.ctid as place, t." + column + " as v from acts." + table
                + " t, a where t.ctid <> a.place and t." + column + " <> a.v limit 1) update acts." + table + " t set "
                + column + " = case when t.ctid = a.place then b.v else a.v end from a, b"
                + " where t.ctid in (a.place, b.place)";
    }

    /** The column with one byte of it changed; in a text by another character, in a number by another bit. */
    private String changed(String column) {
        int bit = random.nextInt(8);
        String place = "(" + random.nextInt(1000) + " % octet_length(" + column + "))";
        return switch (column) {
            case "council_id", "number" -> column + " # " + (1 << bit);
            case "moment" -> "moment + interval '" + (1 << bit) + " microseconds'";
            case "day" -> "day + " + (1 << bit);
            case "act_id" ->
                "encode(set_byte(uuid_send(act_id), " + random.nextInt(16) + ", get_byte(uuid_send(act_id), 3) # "
                        + (1 << bit) + "), 'hex')::uuid";
            case "digest", "salt", "key", "signature" ->
                "set_byte(" + column + ", " + place + ", get_byte(" + column + ", " + place + ") # " + (1 << bit) + ")";
            default ->
                "convert_from(set_byte(convert_to(" + column + ", 'utf8'), " + place + ", get_byte(convert_to(" + column
                        + ", 'utf8'), " + place + ") # " + (1 << bit) + "), 'utf8')";
        };
    }
}

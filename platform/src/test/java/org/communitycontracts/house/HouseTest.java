package org.communitycontracts.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.communitycontracts.store.TestDatabase;
import org.junit.jupiter.api.Test;

/** Packages are rooms, rooms have floors, every arrow points down. */
class HouseTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "communitycontracts");
    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:from|join|into|update|table|references|copy|truncate)\\s+([a-z_]+)\\.[a-z_]+");
    private static final Pattern INCLUDE = Pattern.compile("@template\\.([a-z]+)\\.");

    @Test
    void everyRoomHasAFloor() {
        assertThat(CompiledHouse.rooms()).isNotEmpty().allMatch(Floors::isRoom);
    }

    @Test
    void everyArrowPointsDown() {
        List<CompiledHouse.Arrow> arrows = CompiledHouse.arrows();
        assertThat(arrows)
                .as("no arrows seen: the test looks in the wrong place")
                .isNotEmpty();
        assertThat(arrows)
                .filteredOn(arrow -> !Floors.isDownward(arrow.from(), arrow.to()))
                .isEmpty();
    }

    @Test
    void onlyTheRoofAsksTheMachineForTheTime() {
        List<CompiledHouse.ClockCall> calls = CompiledHouse.clockCalls();
        assertThat(calls)
                .as("the roof's own call is not seen: the test looks in the wrong place")
                .anyMatch(call -> call.room().equals("app"));
        assertThat(calls).filteredOn(call -> !call.room().equals("app")).isEmpty();
    }

    @Test
    void aRoomsSqlNamesOnlyItsOwnTables() throws IOException {
        List<String> strangers = new ArrayList<>();
        int seen = 0;
        for (Path file : sources(".java", ".sql")) {
            Matcher table = TABLE.matcher(Files.readString(file));
            while (table.find()) {
                if (Floors.isRoom(table.group(1))) {
                    seen++;
                    if (!table.group(1).equals(roomOf(file))) {
                        strangers.add(file + ": " + table.group());
                    }
                }
            }
        }
        assertThat(seen).as("no SQL seen").isPositive();
        assertThat(strangers).isEmpty();
    }

    @Test
    void everyTableLeadsItsKeyWithTheCouncil() {
        try (var database = TestDatabase.fresh()) {
            List<String> tables = database.sql()
                    .sql("""
                            select k.table_schema || '.' || k.table_name from information_schema.key_column_usage k
                            join information_schema.table_constraints c using (constraint_schema, constraint_name, table_name)
                            where c.constraint_type = 'PRIMARY KEY' and k.ordinal_position = 1
                              and k.column_name <> 'council_id' and k.table_name <> 'migration' and k.table_schema in (:rooms)""")
                    .param("rooms", TestDatabase.ROOMS)
                    .query(String.class)
                    .list();
            Integer keys = database.sql()
                    .sql("""
                            select count(*) from information_schema.table_constraints
                            where constraint_type = 'PRIMARY KEY' and table_name <> 'migration' and table_schema in (:rooms)""")
                    .param("rooms", TestDatabase.ROOMS)
                    .query(Integer.class)
                    .single();
            assertThat(keys).isGreaterThan(2);
            assertThat(tables).isEmpty();
        }
    }

    @Test
    void aPageIncludesOnlyTheFrameAndItsOwnParts() throws IOException {
        List<String> strangers = new ArrayList<>();
        for (Path file : sources(".jte")) {
            Matcher include = INCLUDE.matcher(Files.readString(file));
            while (include.find()) {
                if (!include.group(1).equals("web") && !include.group(1).equals(roomOf(file))) {
                    strangers.add(file + ": " + include.group());
                }
            }
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void everyRoomSaysInOneSentenceWhatItDoes() {
        assertThat(CompiledHouse.rooms())
                .allSatisfy(room -> assertThat(SOURCES.resolve(room).resolve("package-info.java"))
                        .content()
                        .startsWith("/** "));
    }

    @Test
    void theArchitecturePageShowsTheSameFloors() throws IOException {
        String page = Files.readString(Path.of("..", "ARCHITECTURE.md"));
        for (int floor = 0; floor < Floors.FROM_THE_GROUND.size() - 1; floor++) {
            Matcher line = Pattern.compile("(?m)^ {1,2}" + floor + " {2,}(\\S.*?) {2,}\\S")
                    .matcher(page);
            assertThat(line.find())
                    .as("ARCHITECTURE.md has no line for floor " + floor)
                    .isTrue();
            assertThat(line.group(1).split(" · "))
                    .containsExactlyInAnyOrderElementsOf(Floors.FROM_THE_GROUND.get(floor));
        }
    }

    private static List<Path> sources(String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .toList();
        }
    }

    private static String roomOf(Path file) {
        return SOURCES.relativize(file).getName(0).toString();
    }
}

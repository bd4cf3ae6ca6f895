package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitycontracts.permissions.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every door of the house against everybody who may knock: each route that a room answers, each role held for what the object
 * belongs to and held for something else, an account without a role, and nobody. What comes of it stands in a table that an
 * auditor can read; a route without a row, a row without a route, or another answer turns this red. {@code
 * -Dwrite.doors=true} writes the table anew: read what changed.
 */
class DoorTableTest {
    private static final Path TABLE = Path.of("..", "docs", "security", "doors.md");
    private static final String HEAD = "| door | own | another's | told why not |";

    private static Knocking knocking;
    private static final Map<String, Row> rows = new TreeMap<>();

    /** Who got through a door, by the names of the callers. */
    private record Row(Set<String> own, Set<String> other, Set<String> told) {
        static Row empty() {
            return new Row(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        }
    }

    @BeforeAll
    static void everybodyKnocksAtEveryDoor() {
        knocking = new Knocking(Milltown.in(OpenHouse.withoutSample(), "door-table"));
        List<Knocking.Caller> sample = knocking.callersOfTheSample();
        for (Knocking.Door door : knocking.doors()) {
            Row row = rows.computeIfAbsent(door.toString(), _ -> Row.empty());
            boolean isOfTheSample = knocking.isOfTheSample(door);
            for (Knocking.Caller caller : isOfTheSample ? sample : knocking.callers()) {
                switch (isOfTheSample ? knocking.knockInTheSample(door, caller) : knocking.knock(door, caller)) {
                    case DONE -> (caller.holdsOther() ? row.other() : row.own()).add(caller.name());
                    case TOLD -> row.told().add(caller.name() + (caller.holdsOther() ? " elsewhere" : ""));
                    case SHUT -> {}
                }
            }
        }
    }

    @Test
    void theTableIsWhatTheDoorsAnswer() throws IOException {
        String page = Files.readString(TABLE);
        String before = page.substring(0, page.indexOf(HEAD));
        if (Boolean.getBoolean("write.doors")) {
            Files.writeString(TABLE, before + table());
        }
        List<String> written = Files.readString(TABLE)
                .lines()
                .filter(line -> line.startsWith("| "))
                .toList();
        assertThat(table().lines().toList()).isEqualTo(written);
    }

    @Test
    void everyRouteHasARowAndEveryRoleKnockedAtIt() throws IOException {
        Set<String> written = Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| GET") || line.startsWith("| POST"))
                .map(line -> line.split("\\|", -1)[1].strip())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(written)
                .isEqualTo(knocking.doors().stream()
                        .map(Knocking.Door::toString)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .hasSizeGreaterThan(90);
        assertThat(knocking.callers().stream().map(Knocking.Caller::name))
                .containsAll(Stream.of(Role.values()).map(Role::word).toList());
    }

    @Test
    void whoHasNotShownASecondFactorIsNowhereWhereTheirRoleIsNeeded() {
        Map<String, List<String>> through = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            if (role.needsTwoFactors()) {
                Knocking.Caller caller = knocking.withoutSecondFactor(role);
                for (Knocking.Door door : knocking.doors()) {
                    Set<String> own =
                            rows.getOrDefault(door.toString(), Row.empty()).own();
                    boolean isByRole = own.contains(role.word()) && !own.contains(Knocking.ACCOUNT);
                    if (isByRole && knocking.knock(door, caller) == Knocking.Answer.DONE) {
                        through.computeIfAbsent(role.word(), _ -> new ArrayList<>())
                                .add(door.toString());
                    }
                }
            }
        }
        assertThat(through).isEmpty();
    }

    private static String table() {
        return HEAD + "\n| --- | --- | --- | --- |\n"
                + rows.entrySet().stream()
                        .map(row -> "| " + row.getKey() + " | "
                                + told(row.getValue().own(), "") + " | "
                                + told(row.getValue().other(), "") + " | "
                                + told(row.getValue().told(), " elsewhere") + " |\n")
                        .collect(Collectors.joining());
    }

    /** The callers in as few words as tell them. The site has no elsewhere, and its administrator no council to live in. */
    private static String told(Set<String> callers, String elsewhere) {
        Set<String> left = new TreeSet<>(callers);
        List<String> ofCouncils = Stream.of(Role.values())
                .filter(role -> role != Role.SITE_ADMINISTRATOR)
                .map(Role::word)
                .toList();
        if (!left.containsAll(ofCouncils)) {
            return left.isEmpty() ? "nobody" : String.join(", ", left).replace('_', ' ');
        }
        ofCouncils.forEach(role -> left.removeAll(Set.of(role, role + (elsewhere.isEmpty() ? " " : elsewhere))));
        boolean withSite = left.remove(Role.SITE_ADMINISTRATOR.word());
        boolean withAccount = left.remove(Knocking.ACCOUNT);
        String every = left.remove(Knocking.NOBODY)
                ? "everybody"
                : !withAccount ? "every role" : withSite ? "every account" : "every account of a council";
        return left.isEmpty() ? every : every + ", " + String.join(", ", left);
    }
}

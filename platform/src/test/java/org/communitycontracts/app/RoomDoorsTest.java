package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Holding;
import org.communitycontracts.people.Invitation;
import org.communitycontracts.people.Parties;
import org.communitycontracts.people.Party;
import org.communitycontracts.people.PartyKind;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.office.Ground;
import org.communitycontracts.people.residency.Telling;
import org.communitycontracts.people.signin.Directory;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.NotAllowed;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.places.SearchName;
import org.communitycontracts.store.Sight;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;

/**
 * The rooms themselves ask who is there, not the pages alone: every public method of a room that is told who acts refuses
 * nobody, and an account without a role, whoever calls it.
 */
class RoomDoorsTest {
    /** What an account may do to what is its own, asked for itself. */
    private static final List<String> FOR_ONESELF = List.of(
            "Residencies.byPostcode",
            "Residencies.byLetter",
            "Residencies.byList",
            "Residencies.moveAway",
            "LockChanges.isSure");

    /** These open nothing: two show only what is the actor's own to see, the other puts into words who acts. */
    private static final List<String> NO_DOORS = List.of("People.holders", "OwnDesks.of", "Register.by");

    private static Milltown milltown;
    private static Neighbourhood place;
    private static Person person;
    private static Standing standing;

    @BeforeAll
    static void open() {
        milltown = Milltown.in(OpenHouse.withoutSample(), "room-doors");
        place = milltown.house
                .room(Neighbourhoods.class)
                .find(milltown.council.id(), "mill-lane")
                .orElseThrow();
        person = milltown.newcomer("Nell");
        standing = milltown.in(Role.CHAMPION, "mill-lane");
    }

    @Test
    void everyRoomRefusesNobody() {
        assertThat(notRefusing(Actor.NOBODY, List.of())).isEmpty();
    }

    @Test
    void everyRoomRefusesAnAccountWithoutARoleButForWhatIsItsOwn() {
        Actor account = new Actor(milltown.newcomer("Olu").id(), milltown.council.id(), true, List.of());
        assertThat(notRefusing(account, FOR_ONESELF)).isEmpty();
    }

    @Test
    void manyDoorsAreTried() {
        assertThat(doors()).hasSizeGreaterThan(25);
    }

    private static List<String> notRefusing(Actor actor, List<String> exceptions) {
        List<String> open = new ArrayList<>();
        for (Method door : doors()) {
            String name = door.getDeclaringClass().getSimpleName() + "." + door.getName();
            if (!exceptions.contains(name) && !NO_DOORS.contains(name) && !refuses(door, actor)) {
                open.add(name);
            }
        }
        return open;
    }

    private static boolean refuses(Method door, Actor actor) {
        Object[] told = new Object[door.getParameterCount()];
        for (int at = 0; at < told.length; at++) {
            told[at] = at == 0 ? actor : something(door.getParameters()[at]);
        }
        return milltown.house.room(Sight.class).of(milltown.council.id(), () -> {
            try {
                door.setAccessible(true);
                door.invoke(milltown.house.context().getBean(door.getDeclaringClass()), told);
                return false;
            } catch (InvocationTargetException fault) {
                return fault.getCause() instanceof NotAllowed;
            } catch (IllegalAccessException fault) {
                throw new IllegalStateException(fault);
            }
        });
    }

    /** Public methods of our beans that are told who acts first; a page asks by its address, see {@link DoorTableTest}. */
    private static List<Method> doors() {
        List<Method> doors = new ArrayList<>();
        for (String name : milltown.house.context().getBeanDefinitionNames()) {
            Class<?> room = AopUtils.getTargetClass(milltown.house.context().getBean(name));
            boolean isRoom = room.getPackageName().startsWith("org.communitycontracts")
                    && !room.isAnnotationPresent(RestController.class);
            for (Method method : isRoom ? room.getDeclaredMethods() : new Method[0]) {
                boolean isTold = method.getParameterCount() > 0 && method.getParameterTypes()[0] == Actor.class;
                if (isTold
                        && Modifier.isPublic(method.getModifiers())
                        && !method.isSynthetic()
                        && !method.isAnnotationPresent(ExceptionHandler.class)) {
                    doors.add(method);
                }
            }
        }
        return doors;
    }

    /** Something real for a parameter of this type. */
    private static Object something(Parameter parameter) {
        Instant now = milltown.house.clock().instant();
        long council = milltown.council.id();
        return switch (parameter.getType().getSimpleName()) {
            case "long" -> council;
            case "int" -> 10;
            case "boolean" -> false;
            case "String" -> "a-word";
            case "UUID" -> person.id();
            case "Instant" -> now;
            case "List" -> List.of(new Holding(UUID.randomUUID(), person.id(), standing, now, null, null));
            case "ZoneId" -> ZoneId.of("Europe/London");
            case "Council" -> milltown.council;
            case "Neighbourhood" -> place;
            case "Kind" -> SearchName.Kind.STREET;
            case "PartyKind" -> PartyKind.OTHER;
            case "Party" -> party();
            case "EmailAddress" -> new EmailAddress("noor@example.org");
            case "Standing" -> standing;
            case "Holding" -> new Holding(UUID.randomUUID(), person.id(), standing, now, null, null);
            case "Invitation" ->
                new Invitation(
                        UUID.randomUUID(),
                        new EmailAddress("noor@example.org"),
                        "Noor",
                        standing,
                        null,
                        now.plus(Duration.ofDays(1)));
            case "Directory" -> new Directory(council, "https://login.example.org", "c", List.of("example.org"), null);
            case "Plan" -> new Ground.Plan(List.of(), List.of(), null);
            case "Where" -> Where.council(council);
            case "Route" -> Telling.Route.PAPER;
            case "Teller" -> new Telling.Teller(null, "Mrs Quill", "none");
            case "Person" -> person;
            case "Role" -> Role.CHAMPION;
            case "Duration" -> Duration.ofDays(1);
            default -> nothing();
        };
    }

    private static Party party() {
        return milltown.house
                .room(Sight.class)
                .of(
                        milltown.council.id(),
                        () -> milltown.house
                                .room(Parties.class)
                                .find(milltown.council.id(), "homes")
                                .orElseThrow());
    }

    @SuppressWarnings("NullAway") // a door that is asked first needs nothing else
    private static Object nothing() {
        return null;
    }
}

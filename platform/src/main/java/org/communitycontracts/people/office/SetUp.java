package org.communitycontracts.people.office;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.communitycontracts.people.AgeBand;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Holding;
import org.communitycontracts.people.Invitation;
import org.communitycontracts.people.Invitations;
import org.communitycontracts.people.Parties;
import org.communitycontracts.people.Party;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.Register;
import org.communitycontracts.people.Standings;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.places.Boundary;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.places.SearchName;
import org.communitycontracts.store.CannotStart;
import org.communitycontracts.store.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a council what its file says, in one step: all of it, or nothing. The same file again changes nothing. */
@Component
public class SetUp {
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final Ground ground;
    private final Parties parties;
    private final People people;
    private final Standings standings;
    private final Invitations invitations;
    private final Inviting inviting;
    private final Register register;
    private final Sight sight;
    private final InstantSource clock;

    SetUp(
            Councils councils,
            Neighbourhoods neighbourhoods,
            Ground ground,
            Parties parties,
            People people,
            Standings standings,
            Invitations invitations,
            Inviting inviting,
            Register register,
            Sight sight,
            InstantSource clock) {
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.ground = ground;
        this.parties = parties;
        this.people = people;
        this.standings = standings;
        this.invitations = invitations;
        this.inviting = inviting;
        this.register = register;
        this.sight = sight;
        this.clock = clock;
    }

    /**
     * Applies the file and tells what it changed, a sentence each; nothing when all is so already.
     *
     * @param endMissing whether parties, roles and invitations that the file does not name end
     * @throws CannotStart when something in the file cannot be done; then nothing was changed
     */
    public List<String> apply(CouncilFile file, boolean endMissing) {
        return sight.of(
                Standing.SITE,
                () -> register.inOneStep(() -> {
                    Run run = new Run(file, clock.instant());
                    Council council = run.council();
                    return sight.of(council.id(), () -> {
                        run.apply(council, endMissing);
                        return List.copyOf(run.changes);
                    });
                }));
    }

    /** Who is to have what. */
    private record Wanted(CouncilFile.Member member, Offer offer) {}

    /** One applying of one file. */
    private final class Run {
        private final CouncilFile file;
        private final Instant now;
        private final List<String> changes = new ArrayList<>();

        Run(CouncilFile file, Instant now) {
            this.file = file;
            this.now = now;
        }

        Council council() {
            Optional<Council> there = councils.find(file.slug);
            if (there.isEmpty()) {
                changes.add("Council opened: " + file.name);
                return ground.open(Actor.PROGRAM, file.slug, file.name, file.zone, now);
            }
            Council council = there.get();
            if (council.sample()) {
                throw new CannotStart("\"" + file.slug + "\" is a sample council. Choose another slug for a real one.");
            }
            if (!council.zone().equals(file.zone)) {
                throw new CannotStart("The council " + file.slug + " keeps its time zone " + council.zone()
                        + ". Write that one, or choose another slug.");
            }
            if (!council.name().equals(file.name)) {
                councils.rename(Actor.PROGRAM, council, file.name);
                changes.add("Council renamed: " + file.name);
            }
            return council;
        }

        void apply(Council council, boolean endMissing) {
            Actor actor = Actor.programIn(council.id());
            file.places.forEach(place -> place(actor, council, place));
            file.parties.forEach(body -> party(actor, council, body));
            Office office =
                    new Office(council, actor, now, neighbourhoods.list(council.id()), parties.list(council.id()));
            List<Wanted> wanted = wanted(office);
            List<Invitation> open = invitations.list(council.id());
            wanted.forEach(one -> give(office, one, open));
            if (endMissing) {
                endMissing(office, wanted);
            }
        }

        private void place(Actor actor, Council council, CouncilFile.Place place) {
            Optional<Neighbourhood> there = neighbourhoods.list(council.id()).stream()
                    .filter(one -> one.name().equalsIgnoreCase(place.name()))
                    .findFirst();
            if (there.isEmpty()) {
                ground.open(actor, council.id(), place.name(), place.plan(), now);
                changes.add("Neighbourhood opened: " + place.name());
                return;
            }
            Ground.Plan more = new Ground.Plan(
                    missing(there.get(), place.plan().streets(), SearchName.Kind.STREET),
                    missing(there.get(), place.plan().postcodes(), SearchName.Kind.POSTCODE),
                    redrawn(there.get().boundary(), place.plan().boundary()));
            if (!more.streets().isEmpty() || !more.postcodes().isEmpty() || more.boundary() != null) {
                ground.add(actor, there.get(), more, now);
                changes.add("Neighbourhood corrected: " + place.name());
            }
        }

        private List<String> missing(Neighbourhood place, List<String> names, SearchName.Kind kind) {
            Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            known.addAll(neighbourhoods.names(place, kind));
            return names.stream().filter(name -> !known.contains(name)).toList();
        }

        private @Nullable Boundary redrawn(@Nullable Boundary there, @Nullable Boundary told) {
            boolean same = told == null || (there != null && there.geoJson().equals(told.geoJson()));
            return same ? null : told;
        }

        private void party(Actor actor, Council council, CouncilFile.Body body) {
            Optional<Party> there = parties.find(council.id(), body.slug());
            if (there.filter(party -> isSo(party, body)).isEmpty()) {
                parties.enter(actor, council.id(), body.slug(), body.name(), body.kind(), body.email(), now);
                changes.add((there.isEmpty() ? "Party entered: " : "Party corrected: ") + body.name());
            }
        }

        private boolean isSo(Party party, CouncilFile.Body body) {
            return !party.hasEnded()
                    && party.name().equals(body.name())
                    && party.kind() == body.kind()
                    && Objects.equals(party.email(), body.email());
        }

        /** All roles of the file, or every fault in them. */
        private List<Wanted> wanted(Office office) {
            List<Wanted> wanted = new ArrayList<>();
            for (CouncilFile.Member member : file.people) {
                if (people.find(office.council().id(), member.email())
                        .filter(Person::isClosed)
                        .isPresent()) {
                    file.fault(
                            member.node(),
                            "The account of " + member.email().written()
                                    + " is closed. Open it again in the office, or take this person out.");
                }
                for (CouncilFile.Line line : member.roles()) {
                    offer(office, line).ifPresent(offer -> wanted.add(new Wanted(member, offer)));
                }
            }
            if (!file.faults().isEmpty()) {
                throw new CannotStart(String.join("\n", file.faults()));
            }
            return wanted;
        }

        /** A role whose term is over is no longer given, and no fault. */
        private Optional<Offer> offer(Office office, CouncilFile.Line line) {
            Optional<LocalDate> until = Days.parse(line.words().getOrDefault("until", ""));
            if (until.filter(day -> day.isBefore(office.today())).isPresent()) {
                return Optional.empty();
            }
            Form form = Form.of("offer", line.words());
            if (Offer.role(form.typed("role")).isEmpty()) {
                String known = String.join(
                        ", ",
                        office.rolesToGive().stream().map(role -> role.word()).toList());
                form.wrong("role", "many.role", form.typed("role"), known);
            }
            Optional<Offer> offer = Offer.read(form, office);
            form.wrongs()
                    .forEach(wrong ->
                            file.fault(line.nodes().getOrDefault(wrong.field(), line.node()), sentence(wrong.text())));
            return offer;
        }

        private static String sentence(String text) {
            return text.endsWith(".") ? text : text + ".";
        }

        private void give(Office office, Wanted wanted, List<Invitation> open) {
            CouncilFile.Member member = wanted.member();
            Offer offer = wanted.offer();
            Optional<Person> known = people.find(office.council().id(), member.email());
            String told = member.name() + ", " + office.tell(offer.standing());
            if (known.filter(person -> holds(person, offer)).isPresent()) {
                return;
            }
            if (member.invited()) {
                if (open.stream().noneMatch(one -> isFor(one, member.email(), offer.standing()))) {
                    inviting.invite(office, List.of(new Inviting.Guest(member.name(), member.email(), offer)));
                    changes.add("Invitation sent: " + told);
                }
                return;
            }
            if (known.isEmpty()) {
                changes.add("Account opened: " + member.name());
            }
            Person person = people.open(office.council().id(), member.name(), member.email(), AgeBand.NOT_SAID, now);
            standings.give(office.actor(), person.id(), offer.standing(), offer.until(), now);
            changes.add("Role given: " + told);
        }

        private boolean holds(Person person, Offer offer) {
            return standings.of(person.council(), person.id(), now).stream()
                    .anyMatch(holding -> holding.deputyFor() == null
                            && holding.standing().equals(offer.standing())
                            && Objects.equals(holding.until(), offer.until()));
        }

        private boolean isFor(Invitation invitation, EmailAddress email, Standing standing) {
            EmailAddress invited = invitation.email();
            return invited != null
                    && invited.folded().equals(email.folded())
                    && invitation.standing().equals(standing);
        }

        /** Roles that nobody gives are not the file's to end; a deputy's ends with the one it stands in for. */
        private void endMissing(Office office, List<Wanted> wanted) {
            long council = office.council().id();
            for (Holding holding : standings.list(council, now)) {
                Optional<Person> person = people.find(council, holding.person());
                boolean isTold = person.isPresent()
                        && wanted.stream()
                                .anyMatch(one -> one.offer().standing().equals(holding.standing())
                                        && one.member()
                                                .email()
                                                .folded()
                                                .equals(person.get().email().folded()));
                if (!isTold && holding.deputyFor() == null && office.gives(holding.standing())) {
                    standings.end(office.actor(), holding, now);
                    changes.add("Role ended: " + person.map(Person::name).orElse("") + ", "
                            + office.tell(holding.standing()));
                }
            }
            for (Invitation invitation : invitations.list(council)) {
                if (wanted.stream()
                        .noneMatch(one -> isFor(
                                invitation, one.member().email(), one.offer().standing()))) {
                    invitations.withdraw(office.actor(), invitation, now);
                    changes.add("Invitation withdrawn: " + Objects.requireNonNullElse(invitation.name(), "") + ", "
                            + office.tell(invitation.standing()));
                }
            }
            Set<String> told = new HashSet<>();
            file.parties.forEach(body -> told.add(body.slug()));
            for (Party party : office.parties()) {
                if (!party.hasEnded() && !told.contains(party.slug())) {
                    parties.end(office.actor(), party, now);
                    changes.add("Party ended: " + party.name());
                }
            }
        }
    }
}

package org.communitycontracts.people.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.PartyKind;
import org.communitycontracts.people.signin.FullName;
import org.communitycontracts.places.Boundary;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** A council as a file tells it: itself, its neighbourhoods, its parties, its people with their roles. */
public final class CouncilFile {
    private static final Set<String> ROLE = Set.of("party", "neighbourhood", "until");

    final String slug;
    final String name;
    final ZoneId zone;
    final List<Place> places;
    final List<Body> parties;
    final List<Member> people;

    private final FileNodes nodes;

    /** A neighbourhood of the file. */
    record Place(String name, Ground.Plan plan) {}

    /** A party of the file. */
    record Body(
            String slug,
            String name,
            PartyKind kind,
            @Nullable EmailAddress email) {}

    /** A person of the file. */
    record Member(Node node, String name, EmailAddress email, boolean invited, List<Line> roles) {}

    /** A role of a person, as it is written, with the places of its words. */
    record Line(Node node, Map<String, String> words, Map<String, Node> nodes) {}

    /** What became of reading a file. */
    public sealed interface Answer {
        /** It can be applied. */
        record Read(CouncilFile file) implements Answer {}

        /** It cannot, and why: each fault with its line and column. */
        record Refused(List<String> faults) implements Answer {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    private CouncilFile(FileNodes nodes, Map<String, Node> keys, Path folder) {
        this.nodes = nodes;
        Map<String, Node> council = keys.containsKey("council")
                ? nodes.map(keys.get("council"), "the council", Set.of("slug", "name", "zone"), Set.of())
                : Map.of();
        this.slug = slug(council.get("slug"));
        this.name = nodes.text(council.get("name"), "the name of the council");
        this.zone = zone(council.get("zone"));
        this.places = nodes.list(keys.get("neighbourhoods"), "neighbourhoods").stream()
                .map(node -> place(node, folder))
                .toList();
        this.parties = nodes.list(keys.get("parties"), "parties").stream()
                .map(this::body)
                .flatMap(Optional::stream)
                .toList();
        this.people = nodes.list(keys.get("people"), "people").stream()
                .map(this::member)
                .flatMap(Optional::stream)
                .toList();
        once();
    }

    /**
     * Reads a file; every fault is told with its line and column.
     *
     * @param folder against which the names of boundary files are read
     */
    public static Answer read(String name, String text, Path folder) {
        FileNodes nodes = new FileNodes(name);
        Optional<Node> root = nodes.root(text);
        Map<String, Node> keys = root.isEmpty()
                ? Map.of()
                : nodes.map(root.get(), "the file", Set.of("council"), Set.of("neighbourhoods", "parties", "people"));
        CouncilFile file = new CouncilFile(nodes, keys, folder);
        return nodes.isSound() ? new Answer.Read(file) : new Answer.Refused(nodes.faults());
    }

    /** Says that something is wrong with a word of a role, or with a person. */
    void fault(Node node, String message) {
        nodes.fault(node, message);
    }

    List<String> faults() {
        return nodes.faults();
    }

    private String slug(@Nullable Node node) {
        String word = nodes.text(node, "a name for addresses, such as `milltown`");
        if (!word.isEmpty() && !word.matches("[a-z][a-z0-9-]{0,59}")) {
            nodes.fault(
                    node,
                    "`" + word
                            + "` is no name for addresses. Write small letters, digits and hyphens, a letter first.");
        }
        return word;
    }

    private ZoneId zone(@Nullable Node node) {
        String word = nodes.text(node, "a time zone, such as `Europe/London`");
        try {
            return ZoneId.of(word.isEmpty() ? "Europe/London" : word);
        } catch (DateTimeException _) {
            nodes.fault(node, "`" + word + "` is not a time zone. Write for example `Europe/London`.");
            return ZoneId.of("Europe/London");
        }
    }

    private Place place(Node node, Path folder) {
        Map<String, Node> keys =
                nodes.map(node, "a neighbourhood", Set.of("name"), Set.of("streets", "postcodes", "boundary"));
        return new Place(
                nodes.text(keys.get("name"), "the name of the neighbourhood"),
                new Ground.Plan(
                        nodes.texts(keys.get("streets"), "streets"),
                        nodes.texts(keys.get("postcodes"), "postcodes"),
                        boundary(keys.get("boundary"), folder)));
    }

    private @Nullable Boundary boundary(@Nullable Node node, Path folder) {
        String file = nodes.text(node, "the name of a GeoJSON file");
        if (file.isEmpty()) {
            return null;
        }
        try {
            return Boundary.parse(Files.readString(folder.resolve(file)));
        } catch (IOException _) {
            nodes.fault(node, "There is no file `" + file + "` beside this one that can be read. Check its name.");
        } catch (RuntimeException _) {
            nodes.fault(node, "The file `" + file + "` holds no GeoJSON polygon.");
        }
        return null;
    }

    private Optional<Body> body(Node node) {
        Map<String, Node> keys = nodes.map(node, "a party", Set.of("slug", "name", "kind"), Set.of("email"));
        String word = slug(keys.get("slug"));
        String called = nodes.text(keys.get("name"), "the name of the party");
        Optional<PartyKind> kind = kind(keys.get("kind"));
        Optional<EmailAddress> email = keys.containsKey("email") ? email(keys.get("email")) : Optional.empty();
        return kind.map(known -> new Body(word, called, known, email.orElse(null)));
    }

    private Optional<PartyKind> kind(@Nullable Node node) {
        String word = nodes.text(node, "a kind of party, such as `contractor`");
        Optional<PartyKind> kind = Arrays.stream(PartyKind.values())
                .filter(known -> known.word().equals(word))
                .findFirst();
        if (kind.isEmpty() && !word.isEmpty()) {
            String known = String.join(
                    ", ", Arrays.stream(PartyKind.values()).map(PartyKind::word).toList());
            nodes.fault(node, "`" + word + "` is not a kind of party. The kinds are: " + known + ".");
        }
        return kind;
    }

    private Optional<EmailAddress> email(@Nullable Node node) {
        String written = nodes.text(node, "an e-mail address");
        Optional<EmailAddress> email = Form.email(written);
        if (email.isEmpty() && !written.isEmpty()) {
            nodes.fault(node, "`" + written + "` is not an e-mail address. Write one like name@example.org.");
        }
        return email;
    }

    private Optional<Member> member(Node node) {
        Map<String, Node> keys = nodes.map(node, "a person", Set.of("name", "email", "roles"), Set.of("invite"));
        String called = nodes.text(keys.get("name"), "the name of the person");
        String wrong = FullName.wrong(called);
        if (wrong != null && !called.isEmpty()) {
            nodes.fault(keys.get("name"), Names.WORDS.of(wrong) + ".");
        }
        Optional<EmailAddress> email = email(keys.get("email"));
        boolean invited = yes(keys.get("invite"));
        List<Line> roles =
                nodes.list(keys.get("roles"), "roles").stream().map(this::line).toList();
        return email.map(address -> new Member(node, called, address, invited, roles));
    }

    private boolean yes(@Nullable Node node) {
        String word = nodes.text(node, "`yes` or `no`");
        if (!word.isEmpty() && !Set.of("yes", "no", "true", "false").contains(word)) {
            nodes.fault(node, "Write `yes` or `no`, not `" + word + "`.");
        }
        return word.equals("yes") || word.equals("true");
    }

    private Line line(Node node) {
        Map<String, Node> keys = nodes.map(node, "a role", Set.of("role"), ROLE);
        Map<String, String> words = new HashMap<>();
        keys.forEach((key, value) -> words.put(key, nodes.text(value, "a word")));
        return new Line(node, words, keys);
    }

    /** A person stands in the file once, with all roles. */
    private void once() {
        Set<String> seen = new HashSet<>();
        for (Member member : people) {
            if (!seen.add(member.email().folded())) {
                nodes.fault(
                        member.node(),
                        "`" + member.email().written() + "` stands in this file twice. Put all roles under one entry.");
            }
        }
    }
}

package org.communitycontracts.people.office;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Holding;
import org.communitycontracts.people.Invitation;
import org.communitycontracts.permissions.Standing;

/**
 * A list of people to invite, one on a line: name, e-mail, role, party, neighbourhood, last day of the term. Between them
 * stand commas, semicolons or the tabs of a spreadsheet; what is left out at the end is empty.
 *
 * @param guests those who can be invited
 * @param faults what is wrong, with the number of its line
 * @param already how many lines name somebody who was invited so already, or holds that role
 */
record GuestList(List<Inviting.Guest> guests, List<Fault> faults, int already) {
    static final int MOST = 500;
    private static final int COLUMNS = 6;
    private static final List<String> FIELDS = List.of("name", "email", "role", "party", "neighbourhood", "until");

    GuestList {
        guests = List.copyOf(guests);
        faults = List.copyOf(faults);
    }

    /** One thing that is wrong in a line; lines are counted from 1. */
    record Fault(int line, String text) {}

    /** Who is offered what. */
    private record Key(String email, Standing standing) {}

    /**
     * Reads a list.
     *
     * @param open the invitations that wait
     * @param held what is held now, by those whose addresses are known
     */
    static GuestList read(String text, Office office, List<Invitation> open, Map<Holding, EmailAddress> held) {
        Set<Key> invited = new HashSet<>();
        held.forEach((holding, email) -> invited.add(new Key(email.folded(), holding.standing())));
        for (Invitation invitation : open) {
            EmailAddress email = invitation.email();
            if (email != null) {
                invited.add(new Key(email.folded(), invitation.standing()));
            }
        }
        return new Reader(office, invited).read(text);
    }

    /** Reads line after line. */
    private static final class Reader {
        private final Office office;
        private final Set<Key> invited;
        private final Map<Key, Integer> seen = new HashMap<>();
        private final List<Inviting.Guest> guests = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private int already;

        Reader(Office office, Set<Key> invited) {
            this.office = office;
            this.invited = invited;
        }

        GuestList read(String text) {
            List<String> lines = text.lines().toList();
            for (int at = 0; at < lines.size(); at++) {
                if (!lines.get(at).isBlank() && !(at == 0 && isHead(lines.get(at)))) {
                    read(at + 1, lines.get(at));
                }
            }
            if (guests.isEmpty() && faults.isEmpty() && already == 0) {
                faults.add(new Fault(1, Names.WORDS.of("many.empty")));
            }
            if (guests.size() > MOST) {
                faults.add(new Fault(lines.size(), Names.WORDS.of("many.most", MOST)));
            }
            return new GuestList(guests, faults, already);
        }

        private void read(int line, String text) {
            List<String> cells = cells(text);
            if (cells.size() < 3 || cells.size() > COLUMNS) {
                faults.add(new Fault(line, Names.WORDS.of("many.columns", cells.size())));
                return;
            }
            Map<String, String> typed = new HashMap<>();
            for (int at = 0; at < cells.size(); at++) {
                typed.put(FIELDS.get(at), cells.get(at));
            }
            Form form = Form.of("offer", typed);
            String name = form.fullName("name");
            Optional<EmailAddress> email = form.emailIn("email");
            role(form);
            Optional<Offer> offer = Offer.read(form, office);
            form.wrongs().forEach(wrong -> faults.add(new Fault(line, wrong.text())));
            if (!form.isWrong()) {
                add(line, new Inviting.Guest(name, email.orElseThrow(), offer.orElseThrow()));
            }
        }

        private void role(Form form) {
            if (Offer.role(form.typed("role"))
                    .filter(office.rolesToGive()::contains)
                    .isEmpty()) {
                String known = String.join(
                        ", ", office.rolesToGive().stream().map(Names::role).toList());
                form.wrong("role", "many.role", form.typed("role"), known);
            }
        }

        private void add(int line, Inviting.Guest guest) {
            Key key = new Key(guest.email().folded(), guest.offer().standing());
            Integer before = seen.putIfAbsent(key, line);
            if (before != null) {
                faults.add(new Fault(line, Names.WORDS.of("many.twice", before)));
            } else if (invited.contains(key)) {
                already++;
            } else {
                guests.add(guest);
            }
        }
    }

    private static boolean isHead(String line) {
        return !line.contains("@") && line.toLowerCase(Locale.ROOT).contains("mail");
    }

    private static List<String> cells(String line) {
        char between = line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(between).ofCsvRecord(line)) {
            return reader.stream()
                    .flatMap(row -> row.getFields().stream())
                    .map(String::strip)
                    .toList();
        } catch (java.io.IOException | RuntimeException _) {
            return List.of(line);
        }
    }
}

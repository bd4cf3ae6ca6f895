package org.communitycontracts.people.office;

import java.util.List;
import org.communitycontracts.people.Holding;
import org.communitycontracts.people.Invitation;
import org.communitycontracts.people.Party;
import org.communitycontracts.people.Person;
import org.communitycontracts.web.Words;

/**
 * A question before something ends: what will happen, and the two ways on.
 *
 * @param says what will happen, a sentence each
 * @param action where yes is sent to
 * @param back where no leads
 */
record Confirm(String title, List<String> says, String action, String yes, String back) {
    static Confirm endOf(Party party, Office office) {
        Words words = office.words();
        return new Confirm(
                words.of("party.end.title", party.name()),
                List.of(words.of("party.end.roles"), words.of("party.end.kept")),
                office.at("/parties/" + party.slug() + "/end"),
                words.of("party.end.yes"),
                office.at("/parties/" + party.slug()));
    }

    static Confirm endOf(Holding holding, Person person, Office office) {
        Words words = office.words();
        String role = office.tell(holding.standing());
        boolean own = office.isOwn(holding);
        String here = "/people/" + person.id();
        return new Confirm(
                own ? words.of("role.down.title", role) : words.of("role.end.title", person.name(), role),
                List.of(words.of(own ? "role.down.text" : "role.end.text"), words.of("role.end.deputy")),
                office.at(here + "/roles/" + holding.id() + "/end"),
                words.of(own ? "role.down.yes" : "role.end.yes"),
                office.at(here));
    }

    static Confirm erasureOf(Person person, Office office) {
        Words words = office.words();
        String here = "/people/" + person.id();
        return new Confirm(
                words.of("erase.title", person.name()),
                List.of(words.of("erase.text"), words.of("erase.stays")),
                office.at(here + "/erase"),
                words.of("erase.yes"),
                office.at(here));
    }

    static Confirm withdrawalOf(Invitation invitation, Office office) {
        Words words = office.words();
        String name = invitation.name();
        return new Confirm(
                words.of("withdraw.title", name == null ? "" : name, office.tell(invitation.standing())),
                List.of(words.of("withdraw.text")),
                office.at("/invitations/" + invitation.id() + "/withdraw"),
                words.of("withdraw.yes"),
                office.at("/invitations"));
    }
}

package org.communitycontracts.people.office;

import java.util.UUID;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Answer;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Leads each to where they work: the site, the office of their council, or the page of their own roles. */
@RestController
class OwnOfficePage {
    private final Councils councils;

    OwnOfficePage(Councils councils) {
        this.councils = councils;
    }

    @GetMapping("/office")
    ResponseEntity<byte[]> own(Actor actor) {
        Policy.demand(actor, Deed.SEE_PERSON, Where.council(actor.council()).about(actor.person()));
        return Pages.seeOther(place(actor));
    }

    private String place(Actor actor) {
        UUID person = actor.person();
        if (actor.council() == Standing.SITE || person == null) {
            return "/site";
        }
        Council council = councils.council(actor.council());
        String office = "/councils/" + council.slug() + "/office";
        boolean staff = !(Offices.entry(actor, council) instanceof Answer.Refused(Answer.Why why))
                || why == Answer.Why.SECOND_FACTOR;
        return staff ? office : office + "/people/" + person;
    }
}

package org.communitycontracts.standards.desk;

import java.util.List;
import java.util.Objects;
import org.communitycontracts.people.Parties;
import org.communitycontracts.people.Workplaces;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.web.Link;
import org.springframework.stereotype.Component;

/** On the page of somebody's account: the desks at which they work. */
@Component
class OwnDesks implements Workplaces {
    private final Councils councils;
    private final Parties parties;

    OwnDesks(Councils councils, Parties parties) {
        this.councils = councils;
        this.parties = parties;
    }

    @Override
    public List<Link> of(Actor actor) {
        List<Long> own = actor.standings().stream()
                .filter(standing -> Deed.WORK_AT_DESK.roles().contains(standing.role()))
                .map(Standing::party)
                .filter(Objects::nonNull)
                .toList();
        if (own.isEmpty()) {
            return List.of();
        }
        Council council = councils.council(actor.council());
        return parties.list(council.id()).stream()
                .filter(party -> own.contains(party.id()) && !party.hasEnded())
                .map(party -> Link.to(
                        Desk.WORDS.of("title", party.name()), "/councils/" + council.slug() + "/desk/" + party.slug()))
                .toList();
    }
}

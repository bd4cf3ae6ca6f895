package org.communitycontracts.app;

import java.util.Collection;
import org.communitycontracts.app.sample.Sample;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.people.Parties;
import org.communitycontracts.people.PartyKind;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.places.Council;
import org.communitycontracts.store.Sight;
import org.springframework.stereotype.Component;

/** Enters the parties of the sample's contracts, so that a sample council's office has some; those there already are left. */
@Component
class SampleParties {
    private final Parties parties;
    private final Sight sight;

    SampleParties(Parties parties, Sight sight) {
        this.parties = parties;
        this.sight = sight;
    }

    void enter(Council council, Collection<Party> signing) {
        for (Party party : signing) {
            sight.of(
                    council.id(),
                    () -> parties.find(council.id(), party.id())
                            .orElseGet(() -> parties.enter(
                                    Actor.programIn(council.id()),
                                    council.id(),
                                    party.id(),
                                    party.name(),
                                    kind(party),
                                    null,
                                    Sample.AS_OF)));
        }
    }

    private static PartyKind kind(Party party) {
        return switch (party.id()) {
            case "council", "county" -> PartyKind.COUNCIL;
            case "police" -> PartyKind.POLICE;
            case "homes" -> PartyKind.HOUSING_ASSOCIATION;
            default -> party.role() == Party.Role.RESIDENT ? PartyKind.RESIDENTS_BODY : PartyKind.OTHER;
        };
    }
}

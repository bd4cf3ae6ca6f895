package org.communitycontracts.standards.open311;

import java.util.List;
import java.util.Optional;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.springframework.stereotype.Component;

/** The councils of this site by their {@code jurisdiction_id}, which is the name of the council in addresses. */
@Component
class Jurisdictions {
    private final Councils councils;

    Jurisdictions(Councils councils) {
        this.councils = councils;
    }

    /** The council asked about. A site of a single council need not be told which, as the specification has it. */
    Optional<Council> find(Asked asked) {
        String name = asked.text("jurisdiction_id");
        if (name == null) {
            List<Council> all = councils.list();
            if (all.size() == 1) {
                return Optional.of(all.getFirst());
            }
            asked.fault(400, "no-jurisdiction");
            return Optional.empty();
        }
        Optional<Council> found = councils.find(name);
        if (found.isEmpty()) {
            asked.fault(404, "unknown-jurisdiction", Asked.quoted(name));
        }
        return found;
    }
}

package org.communitycontracts.people;

import java.util.List;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.web.Link;

/** What a higher room knows of the places where somebody works, for their own page. */
public interface Workplaces {
    /** The places that are open to this person by a role of theirs, or would be after a second factor. */
    List<Link> of(Actor actor);
}

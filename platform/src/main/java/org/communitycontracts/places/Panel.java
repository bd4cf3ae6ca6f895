package org.communitycontracts.places;

import gg.jte.Content;
import java.util.Map;
import java.util.Optional;

/** A piece of a council's or a neighbourhood's page supplied by a higher room. */
public interface Panel {
    /** The piece for the page of the council as a whole; empty when there is nothing to say. */
    Optional<Content> show(Council council);

    /** The piece for the page of this neighbourhood; empty when there is nothing to say. */
    Optional<Content> show(Council council, Neighbourhood neighbourhood);

    /** A few words on some neighbourhoods in the council's list of them, by number. */
    default Map<Long, String> notes(Council council) {
        return Map.of();
    }
}

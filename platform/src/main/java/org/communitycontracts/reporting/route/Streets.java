package org.communitycontracts.reporting.route;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.places.SearchName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The streets that stand in what somebody wrote; their names alone are public. */
@Component
public class Streets {
    private final Neighbourhoods neighbourhoods;

    Streets(Neighbourhoods neighbourhoods) {
        this.neighbourhoods = neighbourhoods;
    }

    /** The street of the neighbourhood with the longest name that stands there; capitals do not matter. */
    public Optional<String> find(@Nullable Neighbourhood place, String written) {
        if (place == null) {
            return Optional.empty();
        }
        String folded = written.toLowerCase(Locale.UK);
        return neighbourhoods.names(place, SearchName.Kind.STREET).stream()
                .filter(name -> folded.contains(name.toLowerCase(Locale.UK)))
                .max(Comparator.comparingInt(String::length));
    }
}

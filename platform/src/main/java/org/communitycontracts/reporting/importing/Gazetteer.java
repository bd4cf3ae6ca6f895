package org.communitycontracts.reporting.importing;

import java.util.OptionalLong;
import org.communitycontracts.reporting.Point;
import org.jspecify.annotations.Nullable;

/** Knows which neighbourhood of a council a report lies in; a higher room hands it in. */
public interface Gazetteer {
    /** Knows no neighbourhoods and opens none. */
    Gazetteer NONE = new Gazetteer() {
        @Override
        public OptionalLong find(@Nullable String area, @Nullable Point point) {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong open(String area) {
            return OptionalLong.empty();
        }
    };

    /** The neighbourhood of this name, or the one this point lies in; empty when neither is known. */
    OptionalLong find(@Nullable String area, @Nullable Point point);

    /** Opens a neighbourhood under the source's name for it; empty when this council takes no new ones. */
    OptionalLong open(String area);
}

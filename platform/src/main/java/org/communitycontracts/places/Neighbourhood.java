package org.communitycontracts.places;

import org.jspecify.annotations.Nullable;

/**
 * The named area a contract covers.
 *
 * @param councilId the council it lies in
 * @param id its number within the council
 * @param slug its name in addresses
 * @param name what people call it
 * @param boundary its outline; null while nobody has drawn it
 */
public record Neighbourhood(
        long councilId,
        long id,
        String slug,
        String name,
        @Nullable Boundary boundary) {}

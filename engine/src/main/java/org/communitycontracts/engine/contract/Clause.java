package org.communitycontracts.engine.contract;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One numbered promise in a contract.
 *
 * @param id its name, the same in every version
 * @param by the party that promises
 * @param text the promise in plain words, as signed
 * @param categories the categories of report it covers; empty means all
 * @param areas the areas it covers; empty means all
 * @param duty what is promised
 * @param target the share that must be kept; null when every single one is promised
 */
public record Clause(
        String id,
        Party by,
        String text,
        Set<String> categories,
        Set<String> areas,
        Duty duty,
        @Nullable Target target) {
    public Clause {
        categories = Set.copyOf(categories);
        areas = Set.copyOf(areas);
    }

    /** Whether this clause covers reports of this category in this area; null where the report does not say. */
    public boolean covers(@Nullable String category, @Nullable String area) {
        return isAmong(categories, category) && isAmong(areas, area);
    }

    private static boolean isAmong(Set<String> named, @Nullable String word) {
        return named.isEmpty() || (word != null && named.contains(word));
    }

    /**
     * The share of cases that must be kept, over a window of time (S14).
     *
     * @param share in whole percent, 1 to 100
     * @param over the window: month, quarter or contract_year
     * @param minCount with fewer counted cases there is no finding
     */
    public record Target(int share, String over, int minCount) {}
}

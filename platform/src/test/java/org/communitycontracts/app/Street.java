package org.communitycontracts.app;

import java.util.List;
import java.util.Map;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.web.Look;

/** The public pages of the sample, with an address for each kind, and people of Sunderland who look at them. */
final class Street {
    private static final String SUNDERLAND = "sunderland";

    /** What stands for each part of an address. */
    private static final Map<String, String> PARTS = Map.of(
            "{slug}", SUNDERLAND,
            "{place}", "plains-farm",
            "{contract}", "plains-farm",
            "{clause}", "flytip",
            "{number}", "1");

    private static OpenHouse house() {
        return OpenHouse.door();
    }

    static boolean isThere(String path) {
        return (path.startsWith("/councils/{council}/")
                        || path.startsWith("/open-data")
                        || path.startsWith("/open311/")
                        || path.contains("/cases/{reference}"))
                || List.of("/", "/search", "/look/{name}", "/sign-in/script/{name}")
                        .contains(path);
    }

    String address(String path) {
        if (path.startsWith("/look/")) {
            return Look.style();
        }
        if (path.startsWith("/sign-in/script/")) {
            return house().text("/sign-in/passkey").replaceAll("(?s).*<script src=\"([^\"]*)\".*", "$1");
        }
        if (path.startsWith("/open311/")) {
            String reference = Cases.such(house(), "true").replaceFirst(".*/", "");
            return path.replace("{format}", "json")
                            .replace("{code}", "flytip")
                            .replace("{name}", reference)
                            .replace("{token}", reference)
                    + "?jurisdiction_id="
                    + SUNDERLAND;
        }
        if (path.contains("{reference}")) {
            return Cases.such(house(), "true") + path.replaceFirst(".*\\{reference\\}", "");
        }
        // A contract of a whole council is Barnsley's.
        boolean isWhole = path.startsWith("/councils/{council}/clauses") || path.equals("/councils/{council}/contract");
        String filled = isWhole
                ? path.replace("{council}", "barnsley").replace("{clause}", "street-light")
                : path.replace("{council}", SUNDERLAND).replace("{table}", table());
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
            filled = filled.replace(part.getKey(), part.getValue());
        }
        return filled;
    }

    /** The first table that the open data offers. */
    private String table() {
        return house().text("/open-data/sunderland/plains-farm").replaceAll("(?s).*?/([a-z-]+)\\.csv\".*", "$1");
    }

    Tab tab() {
        return new Tab(house());
    }

    Tab tab(Role role) {
        Council council = house().room(Councils.class).find(SUNDERLAND).orElseThrow();
        return new Tab(house()).carries(house().signedIn(standing(role, council)));
    }

    private static Standing standing(Role role, Council council) {
        return switch (role.held()) {
            case SITE -> new Standing(role, Standing.SITE, null, null);
            case COUNCIL, NEIGHBOURHOOD -> new Standing(role, council.id(), null, null);
            case PARTY -> new Standing(Role.EVALUATOR, council.id(), null, null);
        };
    }
}

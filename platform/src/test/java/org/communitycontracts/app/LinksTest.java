package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Follows the links of the whole program from the first page on, as many of each kind as it takes to trust the rest. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\s(?:href|src|action)=\"([^\"]*)\"");
    private static final Pattern NAMED = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Pattern SCRIPT =
            Pattern.compile("<script(?! src=\"/sign-in/script/)|javascript:|\\son[a-z]+=", Pattern.CASE_INSENSITIVE);
    private static final int MOST_OF_A_KIND = 30;

    private static OpenHouse house;
    private static final List<String> broken = new ArrayList<>();
    private static final List<String> withScript = new ArrayList<>();
    private static final Map<String, Integer> visits = new TreeMap<>();

    /** A link as it stands on a page. */
    private record Link(String from, URI to) {}

    @BeforeAll
    static void everyLinkIsFollowed() {
        house = OpenHouse.door();
        Queue<Link> open = new ArrayDeque<>(List.of(new Link("the address bar", house.at("/"))));
        Map<URI, Set<String>> names = new HashMap<>();
        List<Link> toParts = new ArrayList<>();
        while (!open.isEmpty()) {
            Link link = open.remove();
            URI page = withoutPart(link.to());
            if (names.containsKey(page) || isEnough(page)) {
                continue;
            }
            names.put(page, visit(link, page, open, toParts));
        }
        for (Link link : toParts) {
            Set<String> known = names.get(withoutPart(link.to()));
            if (known != null && !known.contains(link.to().getFragment())) {
                broken.add(link.from() + " leads to a part that is not there: " + link.to());
            }
        }
    }

    private static Set<String> visit(Link link, URI page, Queue<Link> open, List<Link> toParts) {
        HttpResponse<byte[]> answer = house.get(page);
        String sentTo = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() == 303 && sentTo.startsWith("/sign-in")) {
            open.add(new Link(link.from(), page.resolve(sentTo)));
            return Set.of();
        }
        if (answer.statusCode() != 200) {
            broken.add(link.from() + " leads to " + page + ", which answers " + answer.statusCode());
            return Set.of();
        }
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            return Set.of();
        }
        String html = new String(answer.body(), StandardCharsets.UTF_8);
        if (SCRIPT.matcher(html).find()) {
            withScript.add(page.toString());
        }
        all(LINK, html).stream()
                .map(found -> new Link(page.toString(), page.resolve(found.replace("&amp;", "&"))))
                .filter(found -> "localhost".equals(found.to().getHost()))
                .forEach(found -> {
                    open.add(found);
                    if (found.to().getFragment() != null) {
                        toParts.add(found);
                    }
                });
        return all(NAMED, html);
    }

    private static boolean isEnough(URI page) {
        String kind = house.kind(page.getPath()) + (page.getQuery() == null ? "" : "?");
        return visits.merge(kind, 1, Integer::sum) > MOST_OF_A_KIND;
    }

    private static URI withoutPart(URI address) {
        return URI.create(address.toString().replaceFirst("#.*", ""));
    }

    private static Set<String> all(Pattern pattern, String html) {
        Set<String> found = new HashSet<>();
        for (Matcher matcher = pattern.matcher(html); matcher.find(); ) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void noLinkIsBroken() {
        System.out.println("Links followed, by kind of address: " + visits);
        assertThat(broken).isEmpty();
    }

    @Test
    void noPageHasAnyScriptButThatOfPasskeys() {
        assertThat(withScript).isEmpty();
    }

    @Test
    void everyKindOfAddressCanBeReachedFromTheFirstPage() {
        assertThat(house.kinds().keySet())
                .filteredOn(kind -> !kind.equals("/error")
                        && !kind.endsWith(".txt")
                        && !OpenHouse.isOwn(kind)
                        && !OpenHouse.isOfAnOffice(kind)
                        && !OpenHouse.isOfResidency(kind)
                        && !OpenHouse.isForPrograms(kind)
                        && !OpenHouse.isOfAReport(kind)
                        && !OpenHouse.isOfADesk(kind)
                        && !OpenHouse.isOfNews(kind)
                        && !kind.startsWith("/test/"))
                .allMatch(kind -> visits.containsKey(kind) || visits.containsKey(kind + "?"))
                .hasSizeGreaterThan(15);
    }
}

package org.communitycontracts.app;

import java.io.IOException;
import java.util.Map;
import org.communitycontracts.permissions.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A house for {@code bin/scan}: the program with the council of the guide, and one page with holes that every scanner must
 * find. Prints its address and the addresses to look at, and ends with what it reads from.
 */
final class ScannedHouse {
    private ScannedHouse() {}

    /** A page that puts what it is told into its SQL, and one that puts it into its HTML. */
    static final class Holes {
        private final JdbcClient sql;

        Holes(JdbcClient sql) {
            this.sql = sql;
        }

        ResponseEntity<String> intoSql(@RequestParam(defaultValue = "milltown") String slug) {
            return page(String.join(
                    ", ",
                    sql.sql("select name from places.council where slug = '" + slug + "'")
                            .query(String.class)
                            .list()));
        }

        ResponseEntity<String> intoHtml(@RequestParam(defaultValue = "somebody") String name) {
            return page("Good day, " + name);
        }

        private static ResponseEntity<String> page(String text) {
            return ResponseEntity.ok()
                    .contentType(MediaType.TEXT_HTML)
                    .body("<!DOCTYPE html><html><body><p>" + text + "</p></body></html>");
        }
    }

    public static void main(String[] arguments) throws IOException, NoSuchMethodException {
        try (OpenHouse house = OpenHouse.with(Map.of("server.port", arguments[0]))) {
            Milltown milltown = Milltown.in(house, "milltown");
            open(house, "/test/into-sql", "intoSql");
            open(house, "/test/into-html", "intoHtml");
            System.out.println("SESSION " + house.signedIn(milltown.role(Role.COUNCIL_ADMINISTRATOR)));
            Knocking knocking = new Knocking(milltown);
            knocking.doors().stream()
                    .filter(door -> door.method().equals("GET"))
                    .forEach(door -> System.out.println("DOOR " + knocking.address(door)));
            knocking.doors().stream()
                    .filter(door -> !door.method().equals("GET"))
                    .forEach(door -> System.out.println("FORM " + knocking.sent(door)));
            System.out.println("OPEN " + house.at("/"));
            System.out.flush();
            while (System.in.read() >= 0) {
                // Until whoever started it closes its input.
            }
        }
    }

    private static void open(OpenHouse house, String path, String page) throws NoSuchMethodException {
        house.room(RequestMappingHandlerMapping.class, "requestMappingHandlerMapping")
                .registerMapping(
                        RequestMappingInfo.paths(path)
                                .methods(RequestMethod.GET, RequestMethod.POST)
                                .build(),
                        new Holes(house.room(JdbcClient.class)),
                        Holes.class.getDeclaredMethod(page, String.class));
    }
}

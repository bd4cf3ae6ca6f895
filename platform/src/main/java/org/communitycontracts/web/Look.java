package org.communitycontracts.web;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The stylesheet and the icon, at addresses that carry the hash of what they hold and so may be kept for ever. */
@RestController
public class Look {
    private static final Piece STYLE = Piece.beside(Look.class, "static/community.css", "text/css;charset=UTF-8");
    private static final Piece ICON = Piece.beside(Look.class, "static/icon.svg", "image/svg+xml");
    private static final Map<String, Piece> PIECES = Map.of(STYLE.name(), STYLE, ICON.name(), ICON);

    private final Pages pages;

    Look(Pages pages) {
        this.pages = pages;
    }

    /** The address of the stylesheet. */
    public static String style() {
        return "/look/" + STYLE.name();
    }

    /** The address of the icon. */
    public static String icon() {
        return "/look/" + ICON.name();
    }

    @GetMapping("/look/{name}")
    ResponseEntity<byte[]> piece(@PathVariable String name) {
        Piece piece = PIECES.get(name);
        return piece == null ? pages.notFound() : piece.answer();
    }
}

package org.communitycontracts.reporting.route;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The photos of a report that is being written: added, looked at, taken away. */
@RestController
class PhotoPages {
    private static final String ADDRESS = "/councils/{slug}/report/{draft}/photos";
    private static final int LONGEST_NAME = 60;

    private final Pages pages;
    private final Routes routes;
    private final DraftPhotos photos;
    private final InstantSource clock;

    PhotoPages(Pages pages, Routes routes, DraftPhotos photos, InstantSource clock) {
        this.pages = pages;
        this.routes = routes;
        this.photos = photos;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    ResponseEntity<byte[]> ask(Actor actor, @PathVariable String slug, @PathVariable String draft) {
        return routes.open(actor, slug, draft, Step.PHOTOS, route -> page(HttpStatus.OK, route, List.of()));
    }

    @PostMapping(ADDRESS)
    ResponseEntity<byte[]> add(
            Actor actor,
            @PathVariable String slug,
            @PathVariable String draft,
            @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> sent) {
        return routes.open(actor, slug, draft, Step.PHOTOS, route -> add(route, sent == null ? List.of() : sent));
    }

    /** The good ones are kept, whatever is wrong with the others. */
    private ResponseEntity<byte[]> add(Route route, List<MultipartFile> sent) {
        List<String> wrongs = new ArrayList<>();
        for (MultipartFile file : sent) {
            if (!file.isEmpty()) {
                String why = add(route, file);
                if (why != null) {
                    wrongs.add(Step.WORDS.of(why, name(file)));
                }
            }
        }
        Route further = count(route);
        return wrongs.isEmpty()
                ? StartPages.to(further.address(further.next()))
                : page(HttpStatus.UNPROCESSABLE_CONTENT, further, wrongs);
    }

    private @Nullable String add(Route route, MultipartFile file) {
        if (file.getSize() > Picture.MOST_BYTES) {
            return "photo.heavy";
        }
        return switch (Picture.of(bytes(file))) {
            case Picture.Answer.Refused(String why) -> why;
            case Picture.Answer.Painted(byte[] jpeg) ->
                photos.add(route.council().id(), route.token(), jpeg, clock.instant()) ? null : "photo.many";
        };
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private static String name(MultipartFile file) {
        String name = String.valueOf(file.getOriginalFilename()).replaceAll("\\p{C}", "");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    @PostMapping(ADDRESS + "/{number:[1-5]}")
    ResponseEntity<byte[]> remove(
            Actor actor, @PathVariable String slug, @PathVariable String draft, @PathVariable int number) {
        return routes.open(actor, slug, draft, Step.PHOTOS, route -> {
            photos.remove(route.council().id(), route.token(), number);
            return StartPages.to(count(route).address(Step.PHOTOS));
        });
    }

    private Route count(Route route) {
        int kept = photos.list(route.council().id(), route.token()).size();
        return routes.keep(route, Map.of("photos", Integer.toString(kept)));
    }

    @GetMapping(ADDRESS + "/{number:[1-5]}.jpg")
    ResponseEntity<byte[]> photo(
            Actor actor, @PathVariable String slug, @PathVariable String draft, @PathVariable int number) {
        return routes.open(
                actor,
                slug,
                draft,
                Step.PHOTOS,
                route -> photos.find(route.council().id(), route.token(), number)
                        .map(jpeg -> ResponseEntity.ok()
                                .contentType(MediaType.IMAGE_JPEG)
                                .body(jpeg))
                        .orElseGet(pages::notFound));
    }

    private ResponseEntity<byte[]> page(HttpStatus status, Route route, List<String> wrongs) {
        return pages.page(
                status,
                "reporting/route/photos.jte",
                Map.of("route", route, "photos", photos.list(route.council().id(), route.token()), "wrongs", wrongs));
    }
}

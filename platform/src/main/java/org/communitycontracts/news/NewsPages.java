package org.communitycontracts.news;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Token;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.post.Letter;
import org.communitycontracts.post.Post;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.OwnAddress;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.communitycontracts.web.parts.Choice;
import org.communitycontracts.web.parts.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asking for news, saying yes, changing it, ending it: without an account, by a secret link that stands in every letter. */
@RestController
class NewsPages {
    private static final String OWN = "/councils/{slug}/news/{token}";
    private static final String STOP = "/unsubscribe/{slug}/{token}";
    private static final Pattern HOUR = Pattern.compile("[01]?[0-9]|2[0-3]");

    private final Words words = Words.beside(NewsPages.class);
    private final Pages pages;
    private final Councils councils;
    private final Target.Finder targets;
    private final Subscribers subscribers;
    private final Notices notices;
    private final Post post;
    private final OwnAddress here;
    private final Sight sight;
    private final InstantSource clock;

    NewsPages(
            Pages pages,
            Councils councils,
            Target.Finder targets,
            Subscribers subscribers,
            Notices notices,
            Post post,
            OwnAddress here,
            Sight sight,
            InstantSource clock) {
        this.pages = pages;
        this.councils = councils;
        this.targets = targets;
        this.subscribers = subscribers;
        this.notices = notices;
        this.post = post;
        this.here = here;
        this.sight = sight;
        this.clock = clock;
    }

    /** Where shall it go, and how often? */
    @GetMapping("/councils/{slug}/news")
    ResponseEntity<byte[]> ask(@PathVariable String slug, @RequestParam Map<String, String> asked) {
        return at(slug, asked, (council, target) -> form(HttpStatus.OK, council, target, "", Rhythm.AT_ONCE, null));
    }

    @PostMapping("/councils/{slug}/news")
    ResponseEntity<byte[]> asked(@PathVariable String slug, @RequestParam Map<String, String> asked) {
        return at(slug, asked, (council, target) -> {
            String typed = asked.getOrDefault("email", "");
            Rhythm rhythm = Rhythm.of(asked.getOrDefault("rhythm", ""));
            Optional<EmailAddress> email =
                    EmailAddress.parse(typed).filter(address -> Letter.isAddress(address.written()));
            if (email.isEmpty()) {
                return form(HttpStatus.UNPROCESSABLE_CONTENT, council, target, typed, rhythm, words.of("email.wrong"));
            }
            Instant now = clock.instant();
            subscribers
                    .ask(council.id(), email.get(), rhythm, target.follow(), now)
                    .ifPresent(subscriber -> confirmBy(council, target, subscriber, now));
            return Pages.seeOther("/councils/" + slug + "/news/asked");
        });
    }

    private void confirmBy(Council council, Target target, Subscriber subscriber, Instant now) {
        String secret = subscribers.token(council.id(), subscriber.id()).secret();
        String link = here.of("/councils/" + council.slug() + "/news/" + secret);
        URI stop = URI.create(here.of("/unsubscribe/" + council.slug() + "/" + secret));
        post.send(
                new Letter(
                        council.id(),
                        subscriber.email(),
                        words.of("confirm.subject", council.name()),
                        words.of("confirm.letter", target.what(), link),
                        stop,
                        false),
                now);
    }

    private ResponseEntity<byte[]> form(
            HttpStatus status, Council council, Target target, String typed, Rhythm rhythm, @Nullable String wrong) {
        return pages.page(
                status,
                "news/ask.jte",
                Map.of(
                        "words",
                        words,
                        "council",
                        council,
                        "target",
                        target,
                        "email",
                        Field.named("email", words.of("email"))
                                .withHint(words.of("email.hint"))
                                .withValue(typed)
                                .withError(wrong),
                        "rhythm",
                        Field.named("rhythm", words.of("rhythm")).withValue(rhythm.word()),
                        "rhythms",
                        rhythms()));
    }

    private List<Choice> rhythms() {
        return Arrays.stream(Rhythm.values())
                .map(each -> Choice.of(each.word(), words.of("rhythm." + each.word())))
                .toList();
    }

    @GetMapping("/councils/{slug}/news/asked")
    ResponseEntity<byte[]> look(@PathVariable String slug) {
        return councils.find(slug)
                .map(council -> pages.page("news/asked.jte", Map.of("words", words, "council", council)))
                .orElseGet(pages::notFound);
    }

    @GetMapping(OWN)
    ResponseEntity<byte[]> own(@PathVariable String slug, @PathVariable String token) {
        return of(slug, token, (council, subscriber) -> {
            Map<String, String> kept = new HashMap<>(Map.of(
                    "rhythm",
                    subscriber.rhythm().word(),
                    "from",
                    Integer.toString(subscriber.quietFrom().getHour()),
                    "until",
                    Integer.toString(subscriber.quietUntil().getHour())));
            if (subscriber.urgent()) {
                kept.put("urgent", "yes");
            }
            return own(HttpStatus.OK, council, subscriber, token, kept);
        });
    }

    private ResponseEntity<byte[]> own(
            HttpStatus status, Council council, Subscriber subscriber, String token, Map<String, String> typed) {
        return pages.page(
                status,
                "news/own.jte",
                Map.of(
                        "words",
                        words,
                        "council",
                        council,
                        "subscriber",
                        subscriber,
                        "names",
                        targets.names(subscriber),
                        "here",
                        "/councils/" + council.slug() + "/news/" + token,
                        "stop",
                        "/unsubscribe/" + council.slug() + "/" + token,
                        "typed",
                        typed,
                        "hours",
                        List.of(hour("from", typed), hour("until", typed)),
                        "rhythms",
                        rhythms()));
    }

    private Field hour(String name, Map<String, String> typed) {
        String hour = typed.getOrDefault(name, "");
        return Field.named(name, words.of("own." + name))
                .withValue(hour)
                .withError(HOUR.matcher(hour).matches() ? null : words.of("own.hour.wrong"));
    }

    /** Says yes, ends one thing, or changes how often and when. */
    @PostMapping(OWN)
    ResponseEntity<byte[]> change(
            @PathVariable String slug, @PathVariable String token, @RequestParam Map<String, String> typed) {
        return of(slug, token, (council, subscriber) -> {
            switch (typed.getOrDefault("deed", "")) {
                case "confirm" -> confirm(subscriber, clock.instant());
                case "drop" -> drop(subscriber, typed.getOrDefault("follow", ""));
                case "save" -> {
                    if (hour("from", typed).isWrong() || hour("until", typed).isWrong()) {
                        return own(HttpStatus.UNPROCESSABLE_CONTENT, council, subscriber, token, typed);
                    }
                    subscribers.change(
                            subscriber,
                            Rhythm.of(typed.getOrDefault("rhythm", "")),
                            LocalTime.of(Integer.parseInt(typed.getOrDefault("from", "")), 0),
                            LocalTime.of(Integer.parseInt(typed.getOrDefault("until", "")), 0),
                            typed.containsKey("urgent"));
                }
                default -> {
                    // no button of this page
                }
            }
            return Pages.seeOther("/councils/" + slug + "/news/" + token);
        });
    }

    private void confirm(Subscriber subscriber, Instant now) {
        subscribers.confirm(subscriber, now);
        subscriber.follows().stream()
                .map(Subscriber.Follow::report)
                .filter(Objects::nonNull)
                .forEach(report -> notices.watch(subscriber.council(), report, now));
    }

    private void drop(Subscriber subscriber, String follow) {
        subscriber.follows().stream()
                .map(Subscriber.Follow::id)
                .filter(id -> id.toString().equals(follow))
                .forEach(id -> {
                    subscribers.drop(subscriber, id);
                    subscribers
                            .find(subscriber.council(), subscribers.token(subscriber.council(), subscriber.id()))
                            .ifPresent(notices::takeBack);
                });
    }

    @GetMapping(STOP)
    ResponseEntity<byte[]> stop(@PathVariable String slug, @PathVariable String token) {
        return of(
                slug,
                token,
                (council, _) -> pages.page(
                        HttpStatus.OK,
                        "news/stop.jte",
                        Map.of("words", words, "council", council, "here", "/unsubscribe/" + slug + "/" + token)));
    }

    /** By the button of the page, or by one click in a mail program. */
    @PostMapping(STOP)
    ResponseEntity<byte[]> stopped(@PathVariable String slug, @PathVariable String token) {
        return of(slug, token, (council, subscriber) -> {
            subscribers.forget(subscriber);
            return pages.page(HttpStatus.OK, "news/stopped.jte", Map.of("words", words, "council", council));
        });
    }

    private ResponseEntity<byte[]> at(
            String slug, Map<String, String> asked, BiFunction<Council, Target, ResponseEntity<byte[]>> answer) {
        return councils.find(slug)
                .flatMap(council -> Optional.<ResponseEntity<byte[]>>ofNullable(sight.of(
                        council.id(),
                        () -> targets.find(council, asked)
                                .map(target -> answer.apply(council, target))
                                .orElseGet(pages::notFound))))
                .orElseGet(pages::notFound);
    }

    /** A link that was ended says so, as often as it is followed. */
    private ResponseEntity<byte[]> of(
            String slug, String token, BiFunction<Council, Subscriber, ResponseEntity<byte[]>> answer) {
        return councils.find(slug)
                .flatMap(council -> Optional.<ResponseEntity<byte[]>>ofNullable(sight.of(
                        council.id(),
                        () -> subscribers
                                .find(council.id(), new Token(token))
                                .map(subscriber -> answer.apply(council, subscriber))
                                .orElseGet(() -> pages.page(
                                        HttpStatus.NOT_FOUND,
                                        "news/stopped.jte",
                                        Map.of("words", words, "council", council))))))
                .orElseGet(pages::notFound);
    }
}

package org.communitycontracts.people.office;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.post.Outbox;
import org.communitycontracts.post.Post;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The letters of the site, for whoever runs it. The text of a letter is shown only while no mail server takes it: what goes
 * out is for those it is written to.
 */
@RestController
class OutboxPages {
    private static final int MOST = 100;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private final Pages pages;
    private final Outbox outbox;
    private final Post post;
    private final Councils councils;
    private final Sight sight;

    OutboxPages(Pages pages, Outbox outbox, Post post, Councils councils, Sight sight) {
        this.pages = pages;
        this.outbox = outbox;
        this.post = post;
        this.councils = councils;
        this.sight = sight;
    }

    /**
     * A letter as the page shows it.
     *
     * @param body null when it is not for this reader
     */
    public record Shown(
            String subject, List<String> about, @Nullable String body) {}

    @GetMapping("/site/outbox")
    ResponseEntity<byte[]> outbox(Actor actor) {
        Policy.demand(actor, Deed.SEE_OUTBOX, Where.SITE);
        Map<Long, String> names = councils.list().stream().collect(Collectors.toMap(Council::id, Council::name));
        List<Shown> letters = sight.ofAll(() -> outbox.latest(MOST)).stream()
                .map(letter -> shown(letter, names.getOrDefault(letter.council(), "")))
                .toList();
        return pages.page(
                HttpStatus.OK,
                "people/office/outbox.jte",
                Map.of("letters", letters, "sending", post.isSending(), "most", MOST));
    }

    private static Shown shown(Outbox.Written letter, String council) {
        Words words = Names.WORDS;
        String to = letter.to() == null ? words.of("outbox.forgotten") : letter.to();
        String written = words.of("outbox.written", to, MOMENT.format(letter.written()));
        return new Shown(
                letter.subject(),
                council.isEmpty() ? List.of(written, state(letter)) : List.of(council, written, state(letter)),
                letter.local() ? letter.body() : null);
    }

    private static String state(Outbox.Written letter) {
        Words words = Names.WORDS;
        if (letter.local()) {
            return words.of("outbox.local");
        }
        if (letter.sent() != null) {
            return words.of("outbox.sent", MOMENT.format(letter.sent()));
        }
        String trouble = letter.trouble() == null ? "" : letter.trouble();
        if (letter.givenUp() != null) {
            return words.of("outbox.givenUp", MOMENT.format(letter.givenUp()), trouble);
        }
        return trouble.isEmpty() ? words.of("outbox.waiting") : words.of("outbox.trouble", trouble);
    }
}

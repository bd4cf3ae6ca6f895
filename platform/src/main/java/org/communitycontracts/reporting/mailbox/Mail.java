package org.communitycontracts.reporting.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came by e-mail, as far as it is used.
 *
 * @param id its own name, which no other has
 * @param from the address it says that it comes from; null when it names none
 * @param to the addresses it was sent to
 * @param text what was written, without what it quotes
 * @param photos the files that say they are pictures, as they came
 * @param isAutomatic whether a program wrote it: an answer while somebody is away, a letter that came back, a list
 */
record Mail(
        String id,
        @Nullable String from,
        List<String> to,
        String subject,
        String text,
        List<byte[]> photos,
        boolean isAutomatic) {
    Mail {
        to = List.copyOf(to);
        photos = List.copyOf(photos);
    }
}

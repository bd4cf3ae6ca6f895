package org.communitycontracts.people.signin;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.communitycontracts.people.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A council's own directory of its staff, asked by OpenID Connect. It says who somebody is, never what they may do here.
 *
 * @param issuer its address, https, or http on this machine for trying out
 * @param client the name under which it knows this site
 * @param domains what may stand behind the @ of the addresses it speaks for; at least one
 * @param twoFactorsWord the value of {@code amr} or {@code acr} by which it says that two factors were shown; null when it
 *     never does
 */
public record Directory(
        long council,
        String issuer,
        String client,
        List<String> domains,
        @Nullable String twoFactorsWord) {
    public Directory {
        URI address = URI.create(issuer);
        boolean onThisMachine = "http".equals(address.getScheme()) && "localhost".equals(address.getHost());
        if (address.getHost() == null || !("https".equals(address.getScheme()) || onThisMachine)) {
            throw new IllegalArgumentException("A directory is found at an address with https, not at " + issuer);
        }
        if (client.isBlank() || domains.isEmpty()) {
            throw new IllegalArgumentException("A directory has a client name and speaks for at least one domain");
        }
        domains = domains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether it may say whose this address is; the domain must be the same, one below it is another. */
    boolean speaksFor(EmailAddress address) {
        String folded = address.folded();
        return domains.contains(folded.substring(folded.lastIndexOf('@') + 1));
    }
}

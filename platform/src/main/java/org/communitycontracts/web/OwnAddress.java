package org.communitycontracts.web;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where this site is found, for links in letters: the setting {@code site} (or SITE in the environment), else this machine.
 * Never what a request says of itself, which anybody can make up.
 */
@Component
public class OwnAddress {
    private final Environment settings;

    OwnAddress(Environment settings) {
        this.settings = settings;
    }

    /** Whether people reach this site by HTTPS, also where a proxy takes it off before a request comes to us. */
    public boolean isSecure() {
        return of("/").startsWith("https:");
    }

    /** The whole address of one of our paths. */
    public String of(String path) {
        String site = settings.getProperty("site");
        String here = site == null || site.isBlank()
                ? "http://localhost:" + settings.getProperty("local.server.port", "8080")
                : site.strip().replaceFirst("/+$", "");
        return here + path;
    }
}

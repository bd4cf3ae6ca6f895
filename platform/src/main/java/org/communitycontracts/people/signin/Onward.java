package org.communitycontracts.people.signin;

import java.util.regex.Pattern;

/** Where to go on to after signing in: only a path of our own, anything else is forgotten for the person's own page. */
final class Onward {
    static final String HOME = "/account";
    private static final int LONGEST = 300;
    private static final Pattern OURS = Pattern.compile("/(?!/)[A-Za-z0-9/_.~-]*(\\?[A-Za-z0-9=&_.~%+-]*)?");

    private Onward() {}

    static String local(String onward) {
        return onward.length() <= LONGEST && OURS.matcher(onward).matches() ? onward : HOME;
    }
}

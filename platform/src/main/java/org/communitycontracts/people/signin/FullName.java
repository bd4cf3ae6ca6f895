package org.communitycontracts.people.signin;

import org.jspecify.annotations.Nullable;

/** What a person wants to be called: 1 to 80 letters, no signs that steer a line or a screen reader. */
public final class FullName {
    private static final int LONGEST = 80;

    private FullName() {}

    /** The key of what is wrong with it; null when nothing is. */
    public static @Nullable String wrong(String typed) {
        String name = typed.strip();
        if (name.isEmpty()) {
            return "name.missing";
        }
        return name.codePointCount(0, name.length()) > LONGEST
                        || name.codePoints().anyMatch(FullName::steers)
                ? "name.wrong"
                : null;
    }

    private static boolean steers(int sign) {
        int type = Character.getType(sign);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || sign == '<'
                || sign == '>';
    }
}

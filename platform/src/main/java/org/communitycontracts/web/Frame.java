package org.communitycontracts.web;

import java.util.Locale;

/** The words of the frame and the components. */
public final class Frame {
    private Frame() {}

    public static Words words(Locale language) {
        return Words.beside(Frame.class, language);
    }
}

package org.communitycontracts.web.charts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How drawings write numbers: at most two places, a point, no zeros at the end, whatever the language of the page. */
final class Drawing {
    private Drawing() {}

    static String number(double number) {
        return BigDecimal.valueOf(number)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String percent(double part, double whole) {
        return number(whole == 0 ? 0 : part / whole * 100) + '%';
    }
}

package org.communitycontracts.engine.contract;

import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of money in whole minor units: pence, cents. Nothing is ever rounded on the way to it.
 *
 * @param minor pence of pounds, or the minor unit of another currency; never below zero
 */
public record Money(long minor) implements Comparable<Money> {
    /** Nothing at all. */
    public static final Money NONE = new Money(0);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,3}))?");

    public Money {
        if (minor < 0) {
            throw new IllegalArgumentException("An amount of money is not below zero");
        }
    }

    /** Reads {@code 10.00}, with just as many decimals as the currency has; empty when the text is no such amount. */
    public static Optional<Money> parse(String text, Currency currency) {
        Matcher written = WRITTEN.matcher(text);
        int decimals = currency.getDefaultFractionDigits();
        if (!written.matches()
                || decimals != (written.group(2) == null ? 0 : written.group(2).length())) {
            return Optional.empty();
        }
        return Optional.of(new Money(Long.parseLong(written.group(1) + (decimals == 0 ? "" : written.group(2)))));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, other.minor));
    }

    /** The difference; nothing when the other amount is larger. */
    public Money less(Money other) {
        return new Money(Math.max(0, minor - other.minor));
    }

    public Money times(long count) {
        return new Money(Math.multiplyExact(minor, count));
    }

    /** So many hundredths of it; a part of a minor unit is left out. */
    public Money percent(int hundredths) {
        return new Money(Math.multiplyExact(minor, (long) hundredths) / 100);
    }

    public Money atMost(Money limit) {
        return minor > limit.minor ? limit : this;
    }

    public Money atLeast(Money floor) {
        return minor < floor.minor ? floor : this;
    }

    public boolean isNone() {
        return minor == 0;
    }

    /** As the contract file writes it: {@code 10.00}. */
    public String written(Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        long whole = 1;
        for (int i = 0; i < decimals; i++) {
            whole *= 10;
        }
        String rest = Long.toString(whole + minor % whole).substring(1);
        return decimals == 0 ? Long.toString(minor) : minor / whole + "." + rest;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, other.minor);
    }
}

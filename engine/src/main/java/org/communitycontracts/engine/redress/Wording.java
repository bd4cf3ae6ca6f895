package org.communitycontracts.engine.redress;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.contract.Money;

/**
 * Says money, moments and lengths in plain British English, the same on every machine.
 *
 * @param zone whose wall clock is read
 * @param currency whose minor units are counted
 */
record Wording(ZoneId zone, Currency currency) {
    /** {@code £10.00}; other currencies with their code: {@code EUR 10.00}. */
    String money(Money amount) {
        String code = currency.getCurrencyCode();
        return (code.equals("GBP") ? "£" : code + " ") + amount.written(currency);
    }

    /** {@code Tuesday 26 May 2026, 5pm}. */
    String moment(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        return day(local.toLocalDate()) + ", " + time(local.toLocalTime());
    }

    /** A moment that ends something: at midnight it is {@code the end of Monday 25 May 2026}. */
    String end(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? "the end of " + day(local.toLocalDate().minusDays(1))
                : moment(moment);
    }

    /** {@code Tuesday 26 May 2026}. */
    static String day(LocalDate date) {
        return name(date.getDayOfWeek()) + " " + date(date);
    }

    /** {@code 26 May 2026}. */
    static String date(LocalDate date) {
        return date.getDayOfMonth() + " " + name(date.getMonth()) + " " + date.getYear();
    }

    /** {@code 2 hours and 10 minutes}; {@code kind} is "" or "working ". */
    static String length(long seconds, String kind) {
        List<String> parts = new ArrayList<>();
        add(parts, seconds / 3600, kind + "hour");
        add(parts, seconds / 60 % 60, (parts.isEmpty() ? kind : "") + "minute");
        add(parts, seconds % 60, (parts.isEmpty() ? kind : "") + "second");
        return parts.isEmpty() ? "no " + kind + "time" : list(parts);
    }

    /** {@code one, two and three}. */
    static String list(List<String> items) {
        return items.size() < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    /** {@code 1 day}, {@code 2 days}. */
    static String count(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    /** The word for one of a unit: {@code working day}. */
    static String unit(Allowance.Unit unit) {
        return new Allowance(1, unit).toString().substring(2);
    }

    /** A word of the contract file as a reader sees it: {@code access refused}. */
    static String plain(String word) {
        return word.replace('_', ' ');
    }

    /** {@code MAY} as a reader writes it; the names are English whatever the machine speaks. */
    private static String name(Enum<?> constant) {
        return constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static void add(List<String> parts, long count, String word) {
        if (count > 0) {
            parts.add(count(count, word));
        }
    }

    private static String time(LocalTime time) {
        if (time.equals(LocalTime.NOON)) {
            return "noon";
        }
        if (time.equals(LocalTime.MIDNIGHT)) {
            return "midnight at the start of the day";
        }
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String minute = time.getMinute() == 0 && time.getSecond() == 0 ? "" : two(time.getMinute());
        String second = time.getSecond() == 0 ? "" : two(time.getSecond());
        return hour + minute + second + (time.getHour() < 12 ? "am" : "pm");
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, ".%02d", number);
    }
}

package org.communitycontracts.contracts;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.DatedMoney;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Party;
import org.jspecify.annotations.Nullable;

/** What the clauses of a contract file refer to: its zone, its money, and its calendars and parties by name. */
record Head(ZoneId zone, Currency currency, Map<String, Calendar> calendars, Map<String, Party> parties) {
    private static final int WHOLE_DAY = 24 * 60;

    Calendar calendar(String name) {
        return Objects.requireNonNull(calendars.get(name));
    }

    /** The calendar a group names; day and night in the contract's zone when it names none. */
    Calendar calendar(Entries group) {
        return group.findText("calendar").map(this::calendar).orElseGet(this::dayAndNight);
    }

    /** Every hour of every day, in the contract's zone. */
    Calendar dayAndNight() {
        return new Calendar("day-and-night", zone, Set.copyOf(EnumSet.allOf(DayOfWeek.class)), 0, WHOLE_DAY, List.of());
    }

    Party party(String name) {
        return Objects.requireNonNull(parties.get(name));
    }

    /** The amount written under this key, which may change with time; null when the key is left out. */
    @Nullable
    DatedMoney amount(Entries group, String key) {
        return group.find(key).map(written -> Amounts.dated(written, currency)).orElse(null);
    }

    static Money money(String written, Currency currency) {
        return Money.parse(written, currency).orElseThrow(() -> unseen(written));
    }

    static Allowance length(String written) {
        return Allowance.parse(written).orElseThrow(() -> unseen(written));
    }

    /** The length written under this key; null when the key is left out. */
    static @Nullable Allowance length(Entries group, String key) {
        return group.findText(key).map(Head::length).orElse(null);
    }

    /** The value of an engine's list of words that is written so. */
    static <E extends Enum<E>> E word(Class<E> words, String written) {
        return Enum.valueOf(words, written.toUpperCase(Locale.ROOT));
    }

    static <E extends Enum<E>> Optional<E> findWord(Class<E> words, Entries group, String key) {
        return group.findText(key).map(written -> word(words, written));
    }

    private static IllegalStateException unseen(String written) {
        return new IllegalStateException("The reader lets no file pass with " + written);
    }
}

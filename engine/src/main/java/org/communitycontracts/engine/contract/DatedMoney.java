package org.communitycontracts.engine.contract;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * An amount that changes with time: each holds from a local day on, until the next begins.
 *
 * @param amounts at least one, in order of their days; before the first day nothing is owed
 */
public record DatedMoney(List<From> amounts) {
    /**
     * An amount and the day from which it holds.
     *
     * @param day the first local day on which it holds; {@link LocalDate#MIN} when it always did
     * @param amount the amount from then on
     */
    public record From(LocalDate day, Money amount) {}

    public DatedMoney {
        if (amounts.isEmpty()) {
            throw new IllegalArgumentException("An amount that changes has at least one value");
        }
        amounts = amounts.stream().sorted(Comparator.comparing(From::day)).toList();
    }

    /** One amount for all time. */
    public static DatedMoney of(Money amount) {
        return new DatedMoney(List.of(new From(LocalDate.MIN, amount)));
    }

    /** What holds on this local day. */
    public Money on(LocalDate day) {
        Money holds = Money.NONE;
        for (From from : amounts) {
            holds = from.day().isAfter(day) ? holds : from.amount();
        }
        return holds;
    }
}

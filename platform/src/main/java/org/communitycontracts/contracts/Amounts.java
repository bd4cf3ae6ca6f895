package org.communitycontracts.contracts;

import java.time.LocalDate;
import java.util.Currency;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Items;
import org.communitycontracts.contracts.Node.Text;
import org.communitycontracts.engine.contract.DatedMoney;
import org.communitycontracts.engine.contract.Money;

/** Amounts of money as a contract file writes them: one for all time, or each with the day from which it holds. */
final class Amounts {
    private Amounts() {}

    static DatedMoney dated(Node written, Currency currency) {
        if (written instanceof Text amount) {
            return DatedMoney.of(Head.money(amount.text(), currency));
        }
        return new DatedMoney(((Items) written)
                .items().stream()
                        .map(Entries.class::cast)
                        .map(from -> new DatedMoney.From(
                                LocalDate.parse(from.text("from")), Head.money(from.text("amount"), currency)))
                        .toList());
    }

    /** Whether an amount is more than another may be, on any day from which the other is known. */
    static boolean isMoreThan(DatedMoney less, DatedMoney more) {
        return Stream.concat(less.amounts().stream(), more.amounts().stream())
                .map(DatedMoney.From::day)
                .filter(day -> !day.isBefore(more.amounts().getFirst().day()))
                .anyMatch(day -> less.on(day).compareTo(more.on(day)) > 0);
    }

    /** The largest it ever is, as the file writes it. */
    static String largest(DatedMoney amount, Currency currency) {
        return amount.amounts().stream()
                .map(DatedMoney.From::amount)
                .max(Money::compareTo)
                .orElse(Money.NONE)
                .written(currency);
    }

    /** Every amount that stands in this value, wherever: the texts under keys that hold money. */
    static void each(Node written, Consumer<Text> amounts) {
        switch (written) {
            case Text text -> amounts.accept(text);
            case Items list -> list.items().forEach(item -> each(((Entries) item).value("amount"), amounts));
            default -> throw new IllegalStateException("The schema lets no other value pass as an amount");
        }
    }
}

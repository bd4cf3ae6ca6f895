package org.communitycontracts.engine.redress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.communitycontracts.engine.contract.DatedMoney;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Window;
import org.jspecify.annotations.Nullable;

/**
 * The room that is left under the caps, used up by one after the other (S18): by report, then household, clause and contract.
 *
 * <p>What is used is kept by the local day of its breach, so that each cap sees its own year whatever year another counts by.
 */
final class Room {
    private final Map<Scope, NavigableMap<LocalDate, Long>> used = new HashMap<>();

    /** For whom or what a cap counts. */
    private record Scope(Kind kind, String clause, String of) {}

    /** The kinds of caps, the narrowest first. */
    private enum Kind {
        REPORT,
        HOUSEHOLD,
        CLAUSE,
        CONTRACT
    }

    /**
     * What the caps leave of a sum.
     *
     * @param amount what is left
     * @param why each cap that took something away
     */
    record Left(Money amount, List<String> why) {}

    /** Uses room without asking for it: what was owed before stays owed. */
    void use(Owed owed, Money amount) {
        change(owed, amount.minor());
    }

    /** Gives back what was used. */
    void free(Owed owed, Money amount) {
        change(owed, -amount.minor());
    }

    /** Takes as much of a sum as all caps allow. */
    Left take(Owed owed, Money wanted) {
        List<String> why = new ArrayList<>();
        Money left = wanted;
        for (Kind kind : Kind.values()) {
            Money limit = limit(owed, kind);
            if (limit != null) {
                Money taken = taken(owed, kind);
                Money room = limit.less(taken);
                if (left.compareTo(room) > 0) {
                    left = room;
                    why.add(told(owed, kind, limit, taken));
                }
            }
        }
        use(owed, left);
        return new Left(left, why);
    }

    private void change(Owed owed, long minor) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.HOUSEHOLD || owed.payee().isHousehold()) {
                used.computeIfAbsent(scope(owed, kind), _ -> new TreeMap<>())
                        .merge(owed.breach().day(), minor, Long::sum);
            }
        }
    }

    private Money taken(Owed owed, Kind kind) {
        NavigableMap<LocalDate, Long> days = used.getOrDefault(scope(owed, kind), new TreeMap<>());
        LocalDate first = first(owed);
        var counted = kind == Kind.REPORT ? days : days.subMap(first, true, next(owed, first), false);
        return new Money(counted.values().stream().mapToLong(Long::longValue).sum());
    }

    private static @Nullable Money limit(Owed owed, Kind kind) {
        Payment.Cap cap = cap(owed);
        DatedMoney limit = switch (kind) {
            case REPORT -> cap.perReport();
            case HOUSEHOLD -> owed.payee().isHousehold() ? cap.perHousehold() : null;
            case CLAUSE -> cap.perClause();
            case CONTRACT -> cap.perContract();
        };
        return limit == null ? null : limit.on(owed.breach().day());
    }

    private static Scope scope(Owed owed, Kind kind) {
        String clause = owed.breach().clause().id();
        String subject = owed.breach().verdict().subject();
        Payee payee = owed.payee();
        String name = payee.name() == null ? "" : payee.name();
        return switch (kind) {
            case REPORT -> new Scope(kind, clause, subject + " " + payee.to() + " " + name);
            case HOUSEHOLD -> new Scope(kind, clause, payee.name() == null ? "report " + subject : "household " + name);
            case CLAUSE -> new Scope(kind, clause, "");
            case CONTRACT -> new Scope(kind, "", "");
        };
    }

    private static String told(Owed owed, Kind kind, Money limit, Money taken) {
        Wording wording = owed.breach().wording();
        String most = wording.money(limit) + " at most";
        String what = switch (kind) {
            case REPORT -> "One report is worth " + most;
            case HOUSEHOLD -> "One household gets " + most + " for this promise" + inYear(owed);
            case CLAUSE -> "This promise is worth " + most + inYear(owed);
            case CONTRACT -> "All promises of the contract together are worth " + most + inYear(owed);
        };
        return what + (taken.isNone() ? "." : "; " + wording.money(taken) + " of that was used up before.");
    }

    private static String inYear(Owed owed) {
        return " in the " + Wording.plain(cap(owed).year().word()) + " from " + Wording.date(first(owed));
    }

    private static Payment.Cap cap(Owed owed) {
        Payment payment = owed.payment();
        return payment == null ? Payment.Cap.NONE : payment.cap();
    }

    private static LocalDate first(Owed owed) {
        return cap(owed)
                .year()
                .first(owed.breach().day(), owed.breach().contract().from());
    }

    private static LocalDate next(Owed owed, LocalDate first) {
        Window year = cap(owed).year();
        return year.next(first, owed.breach().contract().from());
    }
}

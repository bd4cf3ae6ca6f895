package org.communitycontracts.engine.oracle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.DatedMoney;
import org.communitycontracts.engine.contract.Payment;
import org.jspecify.annotations.Nullable;

/**
 * The caps, used up in order of breach: per report, per household, per clause, per contract (S18).
 *
 * <p>Nobody is to get less than before a breach was struck out: what was granted then is room already used up by those still waiting.
 */
final class Caps {
    private final List<Owed> owed;
    private final Map<String, Long> floors;

    /**
     * @param owed what is asked, in any order
     * @param floors by key, what was granted before breaches were struck out
     */
    Caps(List<Owed> owed, Map<String, Long> floors) {
        this.owed = owed.stream().sorted(Owed.BY_BREACH).toList();
        this.floors = floors;
    }

    void use() {
        owed.forEach(one -> one.amount = floor(one));
        owed.forEach(one -> {
            one.amount = 0;
            one.amount = Math.max(floor(one), Math.min(one.wanted(), room(one)));
        });
    }

    private long floor(Owed one) {
        return Math.min(floors.getOrDefault(one.key(), 0L), one.wanted());
    }

    private long room(Owed one) {
        Payment payment = one.remedy.payment();
        if (payment == null) {
            return 0;
        }
        Payment.Cap cap = payment.cap();
        Map<String, @Nullable DatedMoney> limits = new HashMap<>();
        limits.put("report", cap.perReport());
        limits.put("household", one.isHouseholds() ? cap.perHousehold() : null);
        limits.put("clause", cap.perClause());
        limits.put("contract", cap.perContract());
        long room = Long.MAX_VALUE;
        for (Map.Entry<String, @Nullable DatedMoney> limit : limits.entrySet()) {
            if (limit.getValue() != null) {
                long used = owed.stream()
                        .filter(other -> isAlike(limit.getKey(), one, other))
                        .mapToLong(other -> other.amount)
                        .sum();
                room = Math.min(room, MoneyReading.on(limit.getValue(), day(one)) - used);
            }
        }
        return room;
    }

    /** Whether what another gets counts to the same cap, in the year of the one who asks. */
    private static boolean isAlike(String cap, Owed one, Owed other) {
        boolean isSameClause = one.verdict.clause().equals(other.verdict.clause());
        boolean isSameReport = one.verdict.subject().equals(other.verdict.subject());
        boolean isSameName = String.valueOf(one.name).equals(String.valueOf(other.name));
        return switch (cap) {
            case "report" -> isSameClause && isSameReport && isSameName && one.to() == other.to();
            case "household" ->
                isSameClause
                        && other.isHouseholds()
                        && isSameName
                        && (one.name != null || isSameReport)
                        && isSameYear(one, other);
            case "clause" -> isSameClause && isSameYear(one, other);
            default -> isSameYear(one, other);
        };
    }

    private static boolean isSameYear(Owed one, Owed other) {
        Payment payment = java.util.Objects.requireNonNull(one.remedy.payment());
        LocalDate from = one.promised.contract().from();
        return WindowReading.capYear(payment.cap().year(), from, day(one))
                .equals(WindowReading.capYear(payment.cap().year(), from, day(other)));
    }

    private static LocalDate day(Owed one) {
        return one.breach.atZone(one.promised.contract().zone()).toLocalDate();
    }
}

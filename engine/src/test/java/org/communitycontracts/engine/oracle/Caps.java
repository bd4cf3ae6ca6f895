package org.communitycontracts.engine.oracle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.DatedMoney;
import org.communitycontracts.engine.contract.Payment;
import org.jspecify.annotations.Nullable;

/** The caps, used up in order of breach: per report, per household, per clause, per contract (S18). */
final class Caps {
    private final List<Owed> owed;
    private final Map<String, Long> used = new HashMap<>();

    Caps(List<Owed> owed) {
        this.owed = owed;
    }

    void use() {
        owed.stream().sorted(Owed.BY_BREACH).forEach(this::use);
    }

    private void use(Owed one) {
        Payment payment = one.remedy.payment();
        if (payment == null) {
            return;
        }
        Payment.Cap cap = payment.cap();
        LocalDate day = one.breach.atZone(one.promised.contract().zone()).toLocalDate();
        String year =
                " " + WindowReading.capYear(cap.year(), one.promised.contract().from(), day);
        boolean isHouseholds = one.household != null
                && (payment.to() == Payment.To.HOUSEHOLD || payment.to() == Payment.To.EVERYONE_AFFECTED);
        String clause = one.verdict.clause();
        List<String> keys = List.of(
                "report " + clause + " " + one.verdict.subject()
                        + (payment.to() == Payment.To.EVERYONE_AFFECTED ? " " + one.household : ""),
                "household " + clause + " " + one.household + year,
                "clause " + clause + year,
                "contract" + year);
        long amount = one.sum;
        amount = Math.min(amount, left(cap.perReport(), keys.get(0), day));
        amount = isHouseholds ? Math.min(amount, left(cap.perHousehold(), keys.get(1), day)) : amount;
        amount = Math.min(amount, left(cap.perClause(), keys.get(2), day));
        amount = Math.min(amount, left(cap.perContract(), keys.get(3), day));
        one.amount = amount;
        for (String key : keys) {
            if (isHouseholds || !key.startsWith("household")) {
                used.merge(key, amount, Long::sum);
            }
        }
    }

    private long left(@Nullable DatedMoney limit, String key, LocalDate day) {
        if (limit == null) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, MoneyReading.on(limit, day) - used.getOrDefault(key, 0L));
    }
}

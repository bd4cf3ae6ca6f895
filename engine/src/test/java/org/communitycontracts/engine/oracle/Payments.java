package org.communitycontracts.engine.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.communitycontracts.engine.judging.Happening;

/**
 * What was paid for what. A payment that fits several goes to them in order of breach, each up to what it is worth, the rest to the last.
 *
 * @param all what may have been paid, in order of breach, with what it was worth
 */
record Payments(View view, List<Owed> all) {
    /** What had come for one by a moment, that moment included. */
    long by(Instant moment, Owed of) {
        Map<Owed, Long> had = new HashMap<>();
        long come = 0;
        for (Happening paid : view.told()) {
            List<Owed> meant = all.stream().filter(one -> isMeant(one, paid)).toList();
            if (!paid.event().equals("paid") || meant.isEmpty()) {
                continue;
            }
            long left = new BigDecimal(paid.facts().getOrDefault("amount", "0"))
                    .movePointRight(2)
                    .longValueExact();
            for (Owed one : meant) {
                long missing = Math.max(0, one.amount - had.getOrDefault(one, 0L));
                long part = one == meant.getLast() ? left : Math.min(left, missing);
                had.merge(one, part, Long::sum);
                left -= part;
                come += one == of && !paid.at().isAfter(moment) ? part : 0;
            }
        }
        return come;
    }

    private static boolean isMeant(Owed one, Happening paid) {
        return one.remedy.payment() != null
                && Objects.equals(paid.report(), one.verdict.subject())
                && one.verdict.clause().equals(paid.facts().get("clause"))
                && MoneyReading.isForHousehold(one, paid);
    }
}

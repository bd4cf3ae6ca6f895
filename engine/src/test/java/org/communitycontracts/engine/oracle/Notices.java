package org.communitycontracts.engine.oracle;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;

/** The notices of a contract: whole local days, never before they were declared, until they are thrown out (S16). */
record Notices(View view, Contract contract) {
    /** A notice that counts: when it was declared, and for which time. */
    record Notice(Instant declared, Span span) {}

    List<Notice> of(Exclusion exclusion) {
        List<Notice> notices = new ArrayList<>();
        for (Happening one : view.notices()) {
            boolean isByTheRightOne =
                    exclusion.by() != null ? exclusion.by().equals(one.by()) : contract.isProvider(one.by());
            LocalDate from = date(one.facts().get("from"));
            LocalDate until = date(one.facts().get("until"));
            if (one.event().equals(exclusion.because()) && isByTheRightOne && from != null && until != null) {
                Span span = new Span(
                        Span.later(from.atStartOfDay(contract.zone()).toInstant(), one.at()),
                        until.atStartOfDay(contract.zone()).toInstant());
                if (!span.isEmpty() && !isThrownOut(exclusion, one)) {
                    notices.add(new Notice(one.at(), span));
                }
            }
        }
        return notices;
    }

    boolean isRefusal(Exclusion exclusion, Happening one) {
        boolean isNamedResident = one.by() != null && !contract.isProvider(one.by());
        return one.event().equals(Exclusion.REFUSED)
                && exclusion.because().equals(one.facts().get("because"))
                && (isNamedResident
                        || (exclusion.decidedBy() != null && Objects.equals(exclusion.decidedBy(), one.by())));
    }

    private boolean isThrownOut(Exclusion exclusion, Happening notice) {
        return view.notices().stream()
                .anyMatch(one -> isRefusal(exclusion, one)
                        && notice.at().equals(Fits.moment(one.facts().get("notice_declared"))));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}

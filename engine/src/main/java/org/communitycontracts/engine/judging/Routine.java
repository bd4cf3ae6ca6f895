package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.List;
import org.communitycontracts.engine.contract.Recur;

/** A duty that recurs, in one version of its contract: what was done, and the notices that count. */
final class Routine {
    private final InForce clause;
    private final Recur recur;
    private final Acts acts;
    private final Notices notices;
    private final List<Span> spans;

    Routine(InForce clause, Recur recur, Register register) {
        this.clause = clause;
        this.recur = recur;
        this.acts = new Acts(clause, recur, register);
        this.notices = Notices.of(clause, register);
        this.spans = Span.listOf(clause, recur, notices, register.asOf());
    }

    InForce clause() {
        return clause;
    }

    Recur recur() {
        return recur;
    }

    Acts acts() {
        return acts;
    }

    Notices notices() {
        return notices;
    }

    List<Span> spans() {
        return spans;
    }

    boolean isFor(String name) {
        return Acts.names(recur).contains(name);
    }

    /** The moment from which a first act is waited for: the anchor, or the beginning of the version when that is later. */
    Instant base() {
        Instant anchor = recur.anchor().atStartOfDay(recur.calendar().zone()).toInstant();
        return anchor.isAfter(clause.begins()) ? anchor : clause.begins();
    }
}

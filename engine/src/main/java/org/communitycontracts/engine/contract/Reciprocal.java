package org.communitycontracts.engine.contract;

import java.util.Set;

/**
 * What residents do in return. It is judged like any promise, never owes money and never bars anybody from a service.
 *
 * @param pledge what is done: every so often, in good order, or in answer to something
 */
public record Reciprocal(Duty pledge) implements Duty {
    public Reciprocal {
        if (pledge instanceof Reciprocal) {
            throw new IllegalArgumentException("A pledge is no pledge of a pledge");
        }
    }

    @Override
    public Set<String> evidence() {
        return pledge.evidence();
    }
}

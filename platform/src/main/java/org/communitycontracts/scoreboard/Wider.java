package org.communitycontracts.scoreboard;

import java.util.List;

/**
 * The contract of the whole council beside a neighbourhood's own: both hold there, and neither is part of the other.
 *
 * @param own the neighbourhood's own contract
 * @param whole the contract of the whole council as it stands in the neighbourhood
 */
record Wider(Board own, Board whole) {
    List<Line> lines() {
        return whole.ofServices();
    }

    /** Where the own contract has a clause of the same name, that one stands in the neighbourhood: the council's page, then. */
    String address(Line line) {
        String clause = line.clause().id();
        return own.find(clause).isEmpty() ? whole.address(line) : councilAddress() + "/clauses/" + clause;
    }

    String councilName() {
        return whole.where().council().name();
    }

    String councilAddress() {
        return "/councils/" + whole.where().council().slug();
    }
}

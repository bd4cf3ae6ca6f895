package org.communitycontracts.engine.contract;

/** How strongly something is promised. */
public enum Strength {
    /** Every single case is promised. */
    GUARANTEE,
    /** A share of the cases is promised: the clause's target. */
    TARGET,
    /** It is tried, counted and shown, and nothing follows when it is not reached. */
    AIM,
    /** Nothing that could be checked is promised. */
    NONE
}

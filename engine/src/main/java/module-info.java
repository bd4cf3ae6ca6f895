/** Clocks, calendars, clauses and verdicts: the JDK and nothing else. */
module org.communitycontracts.engine {
    requires static org.jspecify;

    exports org.communitycontracts.engine.backcast;
    exports org.communitycontracts.engine.clock;
    exports org.communitycontracts.engine.columns;
    exports org.communitycontracts.engine.contract;
    exports org.communitycontracts.engine.judging;
    exports org.communitycontracts.engine.redress;
}

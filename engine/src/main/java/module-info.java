/** Clocks, calendars, clauses and verdicts: the JDK and nothing else. */
module org.communitycontracts.engine {
    requires static org.jspecify;

    exports org.communitycontracts.engine;
}

package org.communitycontracts.engine.contract;

/** What a clause binds its party to do: one kind for each kind of promise. */
public sealed interface Duty
        permits Respond, Recur, Reciprocal, Grade, Score, Appoint, ShareOfTime, RollingCount, Unmeasurable {}

-- The engine's finding for each clause and report: worked out, and to be worked out again from the happenings at any time.
create table verdict (
    council_id bigint not null,
    contract text not null,
    clause text not null,
    report_id bigint not null,
    cycle smallint not null,
    contract_version int not null,
    -- Where the report was made; 0 when no neighbourhood is known.
    neighbourhood_id bigint not null,
    state text not null,
    start_at timestamptz,
    due timestamptz,
    stopped timestamptz,
    -- Seconds of the clause's calendar.
    used bigint not null,
    held bigint not null,
    breached_at timestamptz,
    -- The first day of the local month it counts in: that of the due moment (S14).
    month date not null,
    primary key (council_id, contract, clause, report_id, cycle)
);

-- The lists of cases in their orders, everywhere and in one neighbourhood.
create index verdict_due on verdict (council_id, contract, clause, due desc nulls last, report_id, cycle);
create index verdict_due_here
    on verdict (council_id, contract, clause, neighbourhood_id, due desc nulls last, report_id, cycle);
create index verdict_used on verdict (council_id, contract, clause, used desc, report_id, cycle);
create index verdict_used_here on verdict (council_id, contract, clause, neighbourhood_id, used desc, report_id, cycle);
create index verdict_report on verdict (council_id, report_id);

-- How many of each finding, by month: what the pages read, so that no page counts verdicts.
create table tally (
    council_id bigint not null,
    contract text not null,
    -- 0 is the whole council.
    neighbourhood_id bigint not null,
    clause text not null,
    month date not null,
    met int not null,
    breached int not null,
    pending int not null,
    -- Not counted: left out with a reason the contract allows, or not to be judged.
    void int not null,
    primary key (council_id, contract, neighbourhood_id, clause, month)
);

-- The time usually taken, in seconds of the clause's calendar, of the cases that ended in the last twelve months.
create table usual_time (
    council_id bigint not null,
    contract text not null,
    neighbourhood_id bigint not null,
    clause text not null,
    cases int not null,
    median bigint not null,
    ninth_decile bigint not null,
    primary key (council_id, contract, neighbourhood_id, clause)
);

-- Reports that no clause of the contract promises anything about: never counted as kept.
create table unpromised (
    council_id bigint not null,
    contract text not null,
    neighbourhood_id bigint not null,
    month date not null,
    reports int not null,
    primary key (council_id, contract, neighbourhood_id, month)
);

-- At which moment a contract was last judged.
create table judgement (
    council_id bigint not null,
    contract text not null,
    as_of timestamptz not null,
    known_as_of timestamptz not null,
    verdicts int not null,
    -- Tells one judging from the next.
    judgement_id bigint generated always as identity,
    primary key (council_id, contract)
);

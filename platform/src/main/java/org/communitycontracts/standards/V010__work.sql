-- What lies on the desk of each party: one row for each open report that it holds or is offered. Worked out from the stories and the
-- contracts, and to be worked out again from them at any time; only the party's people read it, for private reports stand in it too.
create table work (
    council_id bigint not null,
    report_id bigint not null,
    -- The party's name in addresses and contract files.
    party text not null,
    -- The clause that is due first; null when no promise covers the report.
    contract text,
    clause text,
    due timestamptz,
    held boolean not null,
    -- Whether another party offers it to this one, which has not taken it yet.
    offered boolean not null,
    reference text not null,
    title text,
    category text not null,
    neighbourhood_id bigint,
    made_at timestamptz not null,
    private boolean not null,
    primary key (council_id, report_id, party)
);

-- With what the parts of a desk are told by, so that they are counted from the index alone.
create index work_by_due on work (council_id, party, due, report_id)
    include (held, offered, contract, category, neighbourhood_id);

-- How far the desks of a council are up to date.
create table work_reading (
    council_id bigint primary key,
    -- What was written down until then is on the desks.
    read_until timestamptz not null,
    -- When the last round through all open reports began, and the last report that it has come to; 0 when it is over.
    round_at timestamptz not null,
    swept_to bigint not null
);

revoke all on work from cc_reader;
alter table work enable row level security;
create policy one_council on work to cc_app
    using (council_id::text = current_setting('cc.council', true) or current_setting('cc.council', true) = 'all');

-- A clause may have several clocks, each with verdicts of its own: 0 is its first, whose usual time is shown.
alter table verdict add column clock smallint not null default 0;
alter table verdict drop constraint verdict_pkey;
alter table verdict add primary key (council_id, contract, clause, report_id, clock, cycle);

-- A second report of the same fault keeps its own clock, and is not counted again in a share (S10).
alter table verdict add column duplicate boolean not null default false;

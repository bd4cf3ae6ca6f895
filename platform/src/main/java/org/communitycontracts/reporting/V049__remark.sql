-- What came with a happening in somebody's own words: whether it is fixed, what a service asks, what was replied. Only the services and
-- whoever holds the follow-up link read it.
alter table fix_answer rename to remark;
alter index fix_answer_pkey rename to remark_pkey;

-- The open reports of a council in the order of their numbers, for those who go through all of them a part at a time.
create index report_open on report (council_id, report_id) where is_open;

-- A closure without a fix ends a report too, until somebody opens it again.
create or replace function ends(event text) returns boolean language sql immutable parallel safe as $$
    select case
        when event in ('closed', 'fixed', 'answered', 'closed_unfixed', 'withdrawn', 'duplicate', 'not_in_area', 'not_abandoned')
            then true
        when event in ('reopened', 'disputed') then false
    end
$$;

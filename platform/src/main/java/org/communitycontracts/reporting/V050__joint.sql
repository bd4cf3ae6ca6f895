-- Reports that were ever joined as one fault, by the number of one of them. When they were joined and parted stands in their stories; what
-- counts for all of them is read from all their stories together.
create table joint (
    council_id bigint not null,
    report_id bigint not null,
    joint bigint not null,
    primary key (council_id, report_id),
    foreign key (council_id, report_id) references report
);

create index joint_reports on joint (council_id, joint, report_id);

-- A report that was joined with another is dealt with there, until it is parted again.
create or replace function ends(event text) returns boolean language sql immutable parallel safe as $$
    select case
        when event in ('closed', 'fixed', 'answered', 'closed_unfixed', 'merged', 'withdrawn', 'duplicate', 'not_in_area', 'not_abandoned')
            then true
        when event in ('reopened', 'disputed', 'unmerged') then false
    end
$$;

-- Whether a report is open and when it last changed, so that lists of many reports are found by an index. Worked out from the
-- story by the trigger below, and to be worked out again from it at any time; nobody writes them by hand.
alter table report add column is_open boolean not null default true;
-- The moment of its end while it is closed, else of the latest thing that happened to it.
alter table report add column changed_at timestamptz;

-- Whether the report stays off every public page, list, figure and file; reports that people make may bring it along already.
alter table report add column if not exists private boolean not null default false;

-- True for what ends a report, false for what opens it again, null for everything else.
create function ends(event text) returns boolean language sql immutable parallel safe as $$
    select case
        when event in ('closed', 'fixed', 'answered', 'withdrawn', 'duplicate', 'not_in_area', 'not_abandoned') then true
        when event in ('reopened', 'disputed') then false
    end
$$;

-- What the whole story of one report says of it now: the last thing that ended it or opened it again decides.
create function state_of(council bigint, report bigint) returns table (is_open boolean, changed_at timestamptz)
language sql stable as $$
    select coalesce(not last.ended, true), case when last.ended then last.at else latest.at end
    from (select max(h.at) as at from reporting.happening h
          where h.council_id = council and h.report_id = report) latest
    left join lateral (
        select reporting.ends(h.event) as ended, h.at from reporting.happening h
        where h.council_id = council and h.report_id = report and reporting.ends(h.event) is not null
        order by h.at desc, h.seq desc limit 1) last on true
$$;

-- A report that changes is locked first and looked at again, so that of two who write at once neither works with half the story.
create function keep_state() returns trigger language plpgsql as $$
begin
    perform from (select distinct council_id, report_id from told) t
        join reporting.report r using (council_id, report_id),
        lateral reporting.state_of(r.council_id, r.report_id) s
    where (r.is_open, r.changed_at) is distinct from (s.is_open, s.changed_at)
    order by r.council_id, r.report_id for no key update of r;
    if found then
        update reporting.report r set is_open = s.is_open, changed_at = s.changed_at
        from (select distinct council_id, report_id from told) t,
            lateral reporting.state_of(t.council_id, t.report_id) s
        where r.council_id = t.council_id and r.report_id = t.report_id
          and (r.is_open, r.changed_at) is distinct from (s.is_open, s.changed_at);
    end if;
    return null;
end $$;

-- A new report is open and has not changed since it was made, so that one of which nothing else is told is written once.
create function begin_state() returns trigger language plpgsql as $$
begin
    new.changed_at := coalesce(new.changed_at, new.made_at);
    return new;
end $$;

create trigger report_begins_state before insert on report for each row execute function begin_state();

create trigger happening_keeps_state after insert on happening
    referencing new table as told for each statement execute function keep_state();

update report r set is_open = s.is_open, changed_at = s.changed_at
from (select k.council_id, k.report_id, turn.* from report k, lateral state_of(k.council_id, k.report_id) turn) s
where r.council_id = s.council_id and r.report_id = s.report_id;

create index report_by_state on report (council_id, is_open, made_at desc, report_id);
create index report_by_category_and_state on report (council_id, category, is_open, made_at desc, report_id);
create index report_by_change on report (council_id, changed_at desc, report_id);
create index report_by_category_and_change on report (council_id, category, changed_at desc, report_id);
-- What was written down about reports since they were made, for those who fetch news.
create index happening_by_recorded on happening (council_id, recorded, report_id, seq) where event <> 'reported';

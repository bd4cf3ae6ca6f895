-- What whoever told a report answered when they were asked whether it is fixed. Like what was told, only the services and whoever
-- holds the follow-up link read it; that they answered stands in the story.
create table fix_answer (
    council_id bigint not null,
    report_id bigint not null,
    -- The happening that this answer made.
    seq int not null,
    words text,
    -- Painted anew by this program, as the photos of reports are.
    jpeg bytea,
    told_at timestamptz not null,
    primary key (council_id, report_id, seq),
    foreign key (council_id, report_id, seq) references happening
);

revoke all on fix_answer from cc_reader;
alter table fix_answer enable row level security;
create policy one_council on fix_answer to cc_app
    using (council_id::text = current_setting('cc.council', true) or current_setting('cc.council', true) = 'all');

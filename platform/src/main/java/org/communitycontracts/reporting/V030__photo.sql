-- Photos that came with a report: painted anew by this program, so that nothing of the file that was sent is kept. Like what
-- was told, only the services and whoever holds the follow-up link see them.
create table photo (
    council_id bigint not null,
    report_id bigint not null,
    seq integer not null check (seq between 1 and 5),
    jpeg bytea not null,
    told_at timestamptz not null,
    primary key (council_id, report_id, seq),
    foreign key (council_id, report_id) references report
);

-- Photos of a report that is being written, sealed as it is itself.
create table draft_photo (
    council_id bigint not null,
    token_hash bytea not null,
    seq integer not null check (seq between 1 and 5),
    jpeg bytea not null,
    touched_at timestamptz not null,
    primary key (council_id, token_hash, seq)
);

create index draft_photo_touched on draft_photo (touched_at);

revoke all on photo, draft_photo from cc_reader;
alter table photo enable row level security;
create policy one_council on photo to cc_app
    using (council_id::text = current_setting('cc.council', true) or current_setting('cc.council', true) = 'all');

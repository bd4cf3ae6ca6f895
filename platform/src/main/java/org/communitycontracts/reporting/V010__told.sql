-- Whether the report stays off every public page, list, figure and file.
alter table report add column private boolean not null default false;

-- What somebody told with a report, kept apart from what is public of it. Only the services and whoever holds the follow-up
-- link read it.
create table told (
    council_id bigint not null,
    report_id bigint not null,
    -- In their own words: where exactly, what is wrong, and the answer to the question of its category.
    spot text not null,
    description text not null,
    answer text,
    -- Who may know who told: nobody, the services, everybody.
    known_to text not null check (known_to in ('nobody', 'services', 'everybody')),
    name text,
    -- Where news goes; never shown to the services when nobody may know.
    email text,
    -- The secret in the follow-up link is kept by whoever told, only its hash is kept here.
    token_hash bytea not null,
    -- Who told and who typed, when it was entered for somebody else: the number of the telling in the room of people.
    telling_id uuid,
    told_at timestamptz not null,
    primary key (council_id, report_id),
    unique (council_id, token_hash),
    foreign key (council_id, report_id) references report,
    check (known_to = 'nobody' or name is not null)
);

create index told_email on told (council_id, lower(email)) where email is not null;

-- A report that is being written. It is sealed with the secret in its address: whoever reads this table learns nothing.
create table draft (
    council_id bigint not null,
    token_hash bytea not null,
    answers bytea not null,
    touched_at timestamptz not null,
    primary key (council_id, token_hash)
);

create index draft_touched on draft (touched_at);

-- The rest of the room is public; these two show a connection one council at a time, and readers nothing.
revoke all on told, draft from cc_reader;
alter table told enable row level security;
create policy one_council on told to cc_app
    using (council_id::text = current_setting('cc.council', true) or current_setting('cc.council', true) = 'all');

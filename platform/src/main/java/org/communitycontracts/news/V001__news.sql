-- Whoever gets news by e-mail. The secret of the link in every letter is worked out from the site's key; its hash stands here.
create table subscriber (
    council_id bigint not null,
    subscriber_id uuid not null,
    email text not null,
    token_hash bytea not null,
    rhythm text not null check (rhythm in ('at_once', 'daily', 'weekly')),
    -- By the council's clocks; the same twice: never quiet.
    quiet_from time not null,
    quiet_until time not null,
    -- Whether a promise that was not kept is told in quiet hours too.
    urgent boolean not null,
    asked_at timestamptz not null,
    primary key (council_id, subscriber_id),
    unique (council_id, token_hash)
);

create unique index subscriber_email on subscriber (council_id, lower(email));

-- What a subscriber follows: one report, or a neighbourhood, or a category or a street in it.
create table follow (
    council_id bigint not null,
    follow_id uuid not null,
    subscriber_id uuid not null,
    report_id bigint,
    neighbourhood_id bigint,
    category text,
    street text,
    -- Asked for with the follow-up link, by whoever told the report.
    own boolean not null,
    asked_at timestamptz not null,
    -- Nothing is sent before somebody at the address said yes.
    confirmed_at timestamptz,
    primary key (council_id, follow_id),
    foreign key (council_id, subscriber_id) references subscriber on delete cascade,
    check ((report_id is null) <> (neighbourhood_id is null))
);

create unique index follow_once on follow (council_id, subscriber_id, coalesce(report_id, 0), coalesce(neighbourhood_id, 0),
    coalesce(category, ''), coalesce(street, ''));
create index follow_report on follow (council_id, report_id) where confirmed_at is not null;
create index follow_place on follow (council_id, neighbourhood_id) where confirmed_at is not null;

-- Up to when the happenings of a council have been read.
create table reading (
    council_id bigint primary key,
    read_until timestamptz not null
);

-- Reports to be looked at, and when next.
create table watch (
    council_id bigint not null,
    report_id bigint not null,
    look_at timestamptz not null,
    primary key (council_id, report_id)
);

create index watch_due on watch (look_at);

-- What was told to whom: the key is what makes it once. What it says goes once it is in a letter.
create table told (
    council_id bigint not null,
    report_id bigint not null,
    contract text not null,
    clause text not null,
    clock smallint not null,
    -- The turn of the clock; for a happening its place in the story.
    cycle int not null,
    kind text not null,
    -- The subscriber, or the office of a party.
    reader uuid not null,
    party text,
    subject text,
    says text,
    told_at timestamptz not null,
    send_at timestamptz not null,
    lettered_at timestamptz,
    primary key (council_id, report_id, contract, clause, clock, cycle, kind, reader)
);

create index told_waiting on told (send_at) where lettered_at is null;
create index told_reader on told (council_id, reader);

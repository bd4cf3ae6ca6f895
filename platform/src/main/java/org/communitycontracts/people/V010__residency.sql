-- What shows that a person lives in a neighbourhood; several may stand side by side, the strongest counts.
create table residency (
    council_id bigint not null,
    residency_id uuid not null,
    person_id uuid not null,
    neighbourhood_id bigint not null,
    evidence text not null check (evidence in ('postcode', 'word', 'list', 'letter')),
    -- A mark of the address that only this site can make; the address itself is not kept.
    household bytea,
    shown_at timestamptz not null,
    -- The coordinator whose word it is.
    vouched_by uuid,
    ended_at timestamptz,
    primary key (council_id, residency_id),
    foreign key (council_id, person_id) references person
);

create unique index residency_once on residency (council_id, person_id, neighbourhood_id, evidence) where ended_at is null;

-- A code printed in a letter to one household.
create table address_code (
    council_id bigint not null,
    code_hash bytea not null,
    neighbourhood_id bigint not null,
    household bytea not null,
    printed_at timestamptz not null,
    printed_by uuid,
    expires_at timestamptz not null,
    used_at timestamptz,
    used_by uuid,
    primary key (council_id, code_hash)
);

-- A council's list of who lives where, as marks of surname and address: it can be asked, not read.
create table listed_resident (
    council_id bigint not null,
    neighbourhood_id bigint not null,
    resident bytea not null,
    household bytea not null,
    listed_at timestamptz not null,
    primary key (council_id, neighbourhood_id, resident)
);

-- Wrong codes and wrong names of one person, so that nobody tries them all.
create table residency_try (
    council_id bigint not null,
    person_id uuid not null,
    tried_at timestamptz not null,
    foreign key (council_id, person_id) references person
);

create index residency_try_of on residency_try (council_id, person_id, tried_at);

-- The consent of somebody who answers for a young person.
create table guardian_consent (
    council_id bigint not null,
    consent_id uuid not null,
    person_id uuid not null,
    guardian_email text not null,
    token_hash bytea not null,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    given_at timestamptz,
    withdrawn_at timestamptz,
    primary key (council_id, consent_id),
    unique (council_id, token_hash),
    foreign key (council_id, person_id) references person
);

-- What came by telephone, on paper or at the door: who told, and who typed.
create table telling (
    council_id bigint not null,
    telling_id uuid not null,
    route text not null check (route in ('telephone', 'paper', 'door', 'counter')),
    -- Whoever told: an account, or what they said of themselves, or nothing when they wished to stay unnamed.
    told_by uuid,
    told_name text,
    told_contact text,
    typed_by uuid not null,
    said_at timestamptz not null,
    typed_at timestamptz not null,
    neighbourhood_id bigint,
    primary key (council_id, telling_id),
    foreign key (council_id, typed_by) references person (council_id, person_id)
);

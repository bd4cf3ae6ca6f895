-- How often something was tried: codes guessed, letters asked for. The tries count before they are looked at, so that a
-- thousand at once are counted one by one.
create table tries (
    council_id bigint not null,
    -- What is tried, for whom; a hash, so that no address stands here.
    what bytea not null,
    since timestamptz not null,
    count int not null,
    primary key (council_id, what)
);

alter table sign_in_link drop column wrong_codes;

-- One signing in on one browser, from its beginning to its end.
create table session (
    council_id bigint not null,
    session_id uuid not null,
    person_id uuid not null,
    way text not null check (way in ('letter', 'passkey', 'directory', 'strong_directory')),
    -- In words: Firefox on Windows.
    browser text not null,
    begun_at timestamptz not null,
    used_at timestamptz not null,
    -- When the second factor was last shown in it; null: it was not.
    proved_at timestamptz,
    ended_at timestamptz,
    primary key (council_id, session_id),
    foreign key (council_id, person_id) references person on delete cascade
);

create index session_of_person on session (council_id, person_id) where ended_at is null;

-- The app that makes six-digit codes; a person has one.
create table authenticator (
    council_id bigint not null,
    person_id uuid not null,
    -- Under the site's key.
    sealed_secret bytea not null,
    made_at timestamptz not null,
    -- When its first code was right; null: it does not count yet.
    confirmed_at timestamptz,
    -- The step of thirty seconds whose code was last taken; no code of it or before is taken again.
    last_step bigint not null default 0,
    primary key (council_id, person_id),
    foreign key (council_id, person_id) references person on delete cascade
);

create table recovery_code (
    council_id bigint not null,
    person_id uuid not null,
    code_hash bytea not null,
    made_at timestamptz not null,
    used_at timestamptz,
    primary key (council_id, person_id, code_hash),
    foreign key (council_id, person_id) references person on delete cascade
);

create table passkey (
    council_id bigint not null,
    passkey_id bytea not null,
    person_id uuid not null,
    label text not null,
    public_key bytea not null,
    sign_count bigint not null,
    transports text not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    attestation bytea not null,
    made_at timestamptz not null,
    used_at timestamptz not null,
    primary key (council_id, passkey_id),
    foreign key (council_id, person_id) references person on delete cascade
);

create index passkey_of_person on passkey (council_id, person_id);

-- A council's own directory of its staff, by OpenID Connect; it says who somebody is, never what they may do.
create table directory (
    council_id bigint not null,
    issuer text not null,
    client text not null,
    -- Under the site's key.
    sealed_secret bytea not null,
    -- The domains of e-mail addresses it speaks for, folded, with commas between.
    domains text not null,
    -- The value of amr or acr that says two factors were shown; null: it never says so.
    two_factors_word text,
    primary key (council_id)
);

-- A new address that a person wants to be reached under, until its owner's link is used.
create table email_change (
    council_id bigint not null,
    token_hash bytea not null,
    person_id uuid not null,
    email text not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (council_id, token_hash),
    foreign key (council_id, person_id) references person on delete cascade
);

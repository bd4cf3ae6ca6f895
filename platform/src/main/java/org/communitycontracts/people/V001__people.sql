-- Council 0 is the site itself: the people who run it belong to no council.
create table person (
    council_id bigint not null,
    person_id uuid not null,
    name text not null,
    email text not null,
    email_folded text not null,
    age_band text not null default 'not_said'
        check (age_band in ('not_said', 'under_13', 'from_13_to_15', 'from_16_to_17', 'adult')),
    opened_at timestamptz not null,
    -- A closed account signs in no more; what was done with it stays.
    closed_at timestamptz,
    closed_why text,
    primary key (council_id, person_id),
    unique (council_id, email_folded)
);

create table party (
    council_id bigint not null,
    party_id bigint generated always as identity,
    slug text not null,
    name text not null,
    kind text not null
        check (kind in ('council', 'police', 'housing_association', 'nhs', 'contractor', 'residents_body', 'other')),
    -- Where its post goes when no person of it is known.
    email text,
    opened_at timestamptz not null,
    ended_at timestamptz,
    primary key (council_id, party_id),
    unique (council_id, slug),
    check (slug ~ '^[a-z][a-z0-9-]{0,59}$')
);

create table standing (
    council_id bigint not null,
    standing_id uuid not null,
    person_id uuid not null,
    role text not null,
    -- Null: in every neighbourhood of the council.
    neighbourhood_id bigint,
    -- Null: for no party.
    party_id bigint,
    begins_at timestamptz not null,
    -- The end of its term; null: none was set.
    until timestamptz,
    given_by uuid,
    -- The standing this one stands in for while its holder is away; it ends with it.
    deputy_for uuid,
    ended_at timestamptz,
    ended_by uuid,
    primary key (council_id, standing_id),
    foreign key (council_id, person_id) references person,
    foreign key (council_id, party_id) references party,
    foreign key (council_id, deputy_for) references standing
);

create index standing_of_person on standing (council_id, person_id) where ended_at is null;
create unique index standing_once on standing (council_id, person_id, role, coalesce(neighbourhood_id, 0), coalesce(party_id, 0))
    where ended_at is null;

create table invitation (
    council_id bigint not null,
    invitation_id uuid not null,
    -- Null: whoever holds the link; only for the first person of a site.
    email text,
    name text,
    role text not null,
    neighbourhood_id bigint,
    party_id bigint,
    until timestamptz,
    token_hash bytea not null,
    made_at timestamptz not null,
    made_by uuid,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    withdrawn_at timestamptz,
    primary key (council_id, invitation_id),
    unique (council_id, token_hash),
    foreign key (council_id, party_id) references party
);

-- One asking to sign in: a link for the browser that asked, and a code to type there when the letter is read elsewhere.
create table sign_in_link (
    council_id bigint not null,
    link_id uuid not null,
    email text not null,
    email_folded text not null,
    token_hash bytea not null,
    code_hash bytea not null,
    browser_hash bytea not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    wrong_codes int not null default 0,
    -- The page to go on to; within this site.
    onward text not null,
    used_at timestamptz,
    primary key (council_id, link_id),
    unique (council_id, token_hash)
);

create index sign_in_link_email on sign_in_link (council_id, email_folded, made_at);

create table council (
    council_id bigint primary key,
    slug text not null unique,
    name text not null,
    zone text not null,
    sample boolean not null,
    -- The moment its figures speak of; null means now.
    figures_as_of timestamptz,
    -- Where its reports come from and under which licence.
    source text not null,
    check (slug ~ '^[a-z][a-z0-9-]{0,59}$')
);

create table neighbourhood (
    council_id bigint not null references council,
    neighbourhood_id bigint not null,
    slug text not null,
    name text not null,
    -- A GeoJSON geometry in WGS84; null while nobody has drawn it.
    boundary text,
    primary key (council_id, neighbourhood_id),
    unique (council_id, slug)
);

-- What people type to find a place: its own name, a street, a postcode or the first part of one.
create table search_name (
    council_id bigint not null,
    neighbourhood_id bigint not null,
    name text not null,
    folded text not null,
    kind text not null check (kind in ('place', 'street', 'postcode')),
    primary key (council_id, neighbourhood_id, kind, folded),
    foreign key (council_id, neighbourhood_id) references neighbourhood
);

create index search_name_folded on search_name (folded text_pattern_ops);

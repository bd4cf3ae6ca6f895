-- The key behind the public references of this installation; made at random once and never changed.
create table reference_key (
    council_id bigint primary key,
    key bytea not null
);

create sequence report_number;

-- One statement of a problem: the latest that is known of it. How it came to that stands in happening.
create table report (
    council_id bigint not null,
    report_id bigint not null default nextval('report_number'),
    reference text not null,
    -- Where the report comes from, and its name there.
    source text not null,
    source_id text not null,
    neighbourhood_id bigint,
    category text not null,
    -- A short line written by this program; never the words of a resident or a source.
    title text,
    made_at timestamptz not null,
    -- What the source last said; an import compares with these.
    promised_at timestamptz,
    closed_at timestamptz,
    latitude double precision,
    longitude double precision,
    -- False for a place that is missing, impossible, or a stand-in used for many.
    on_map boolean not null,
    primary key (council_id, report_id),
    unique (council_id, reference),
    unique (council_id, source, source_id),
    check ((latitude is null) = (longitude is null)),
    check (not on_map or latitude is not null)
);

create index report_by_neighbourhood on report (council_id, neighbourhood_id, made_at desc, report_id);
create index report_by_category on report (council_id, category, made_at desc, report_id);
create index report_by_time on report (council_id, made_at desc, report_id);
-- For finding one place that stands in for many.
create index report_by_point on report (council_id, source, latitude, longitude) where on_map;

-- One dated entry in a report's story.
create table happening (
    council_id bigint not null,
    report_id bigint not null,
    seq integer not null,
    event text not null,
    at timestamptz not null,
    recorded timestamptz not null,
    by_party text,
    facts jsonb not null,
    primary key (council_id, report_id, seq),
    foreign key (council_id, report_id) references report
);

-- A story only grows: a correction is a new happening.
create function happening_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'A happening is never changed or taken away; add another one';
end $$;

create trigger happening_only_grows before update or delete on happening
    for each statement execute function happening_only_grows();

-- Which of a source's own words belong to which category.
create table category (
    council_id bigint not null,
    source text not null,
    words text not null,
    category text not null,
    primary key (council_id, source, words),
    check (category ~ '^[a-z][a-z0-9_-]{0,39}$')
);

-- What each import did, for the page that says where figures come from.
create table import_run (
    council_id bigint not null,
    import_id bigint generated always as identity,
    source text not null,
    finished_at timestamptz not null,
    added bigint not null,
    updated bigint not null,
    unchanged bigint not null,
    rejected bigint not null,
    off_map bigint not null,
    primary key (council_id, import_id)
);

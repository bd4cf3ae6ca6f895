-- A key by which another program sends reports to a council. Only its hash is kept; the key itself is shown once.
create table program_key (
    council_id bigint not null,
    key_id uuid not null default gen_random_uuid(),
    -- What the program is called by whoever made the key.
    name text not null,
    key_hash bytea not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    primary key (council_id, key_id),
    unique (council_id, key_hash)
);

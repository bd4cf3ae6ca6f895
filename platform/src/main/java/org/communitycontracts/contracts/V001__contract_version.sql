-- One version of one contract, as it was adopted; the text never changes.
create table version (
    council_id bigint not null,
    -- The contract's own name, the same in every version.
    contract text not null,
    version int not null check (version > 0),
    -- The neighbourhood it is made for; null is the whole council.
    neighbourhood_id bigint,
    yaml text not null,
    -- SHA-256 of the canonical form, in hexadecimal: what the parties signed.
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    -- First local day in force, and first local day no longer in force; null while no end is set.
    in_force_from date not null,
    in_force_until date,
    adopted_at timestamptz not null,
    primary key (council_id, contract, version),
    check (in_force_until > in_force_from),
    -- Two versions of one contract never begin on one day, so of two that are adopted at once one is refused.
    unique (council_id, contract, in_force_from)
);

create index version_neighbourhood on version (council_id, neighbourhood_id);

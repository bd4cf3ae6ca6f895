-- What somebody did here. Nothing in this table points at a person; a reference is a number or a short name of a thing.
create table act (
    council_id bigint not null,
    act_id uuid not null,
    moment timestamptz not null,
    role text not null,
    verb text not null,
    kind text not null,
    reference text not null,
    primary key (council_id, act_id)
);

create index act_moment on act (council_id, moment, act_id);
create index act_thing on act (council_id, kind, reference);

-- What is personal in an act stands here as the SHA-256 of a random salt and the value, under the name of its place:
-- who, whom, why, or a detail's own name.
create table commitment (
    council_id bigint not null,
    act_id uuid not null,
    place text not null,
    digest bytea not null check (length(digest) = 32),
    primary key (council_id, act_id, place)
);

-- The salt and the value themselves: what erasing a person deletes.
create table opening (
    council_id bigint not null,
    act_id uuid not null,
    place text not null,
    salt bytea not null check (length(salt) = 16),
    value text not null,
    primary key (council_id, act_id, place)
);

create index opening_person on opening (council_id, value) where place in ('who', 'whom');
-- Which openings an erasure took away: one "act/place" to a line.
create index opening_erased on opening using gin (string_to_array(value, E'\n')) where place = 'openings';

-- The chain: each act's number in its council, and the digest of the act with the digest before it.
create table link (
    council_id bigint not null,
    number bigint not null check (number > 0),
    act_id uuid not null,
    digest bytea not null check (length(digest) = 32),
    primary key (council_id, number),
    unique (council_id, act_id)
);

create unique index link_first on link (council_id) where number = 1;

-- The last link on a day, signed.
create table head (
    council_id bigint not null,
    day date not null,
    number bigint not null,
    digest bytea not null,
    key bytea not null,
    signature bytea not null,
    primary key (council_id, day)
);

-- Acts that wait for their number. A queue and no part of the record.
create table waiting (
    council_id bigint not null,
    arrival bigint not null generated always as identity,
    act_id uuid not null,
    primary key (council_id, arrival)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The record of acts is only added to: % on % is refused', tg_op, tg_table_name;
end $$;

create trigger only_added_to before update or delete or truncate on act execute function refuse_change();
create trigger only_added_to before update or delete or truncate on commitment execute function refuse_change();
create trigger only_added_to before update or delete or truncate on link execute function refuse_change();
create trigger only_added_to before update or delete or truncate on head execute function refuse_change();
create trigger only_added_to before update or truncate on opening execute function refuse_change();

-- An opening goes only after an erasure that names it stands in the record.
create function refuse_unless_erased() returns trigger language plpgsql as $$
begin
    if not exists (
        select from acts.opening erased
        join acts.act on act.council_id = erased.council_id and act.act_id = erased.act_id
        where erased.council_id = old.council_id and erased.place = 'openings' and act.verb = 'record.erased'
          and string_to_array(erased.value, E'\n') @> array[old.act_id || '/' || old.place]
    ) then
        raise exception 'The record of acts is only added to: no erasure names this opening';
    end if;
    return old;
end $$;

create trigger only_erased before delete on opening for each row execute function refuse_unless_erased();

-- The owner of the tables, and the program, may add and read, no more. There are no foreign keys, since those need the right
-- to update.
revoke update, delete, truncate on act, commitment, link, head from current_user, cc_app, public;
revoke update, truncate on opening from current_user, cc_app, public;

-- What a search compares: no accents, no case, no apostrophes, single spaces. The same as SearchName does.
create function folded(name text) returns text immutable parallel safe language sql
return btrim(regexp_replace(regexp_replace(regexp_replace(
    lower(normalize(name, nfd)), '[\u0300-\u036f]', '', 'g'), '[''’.]', '', 'g'), '[^a-z0-9]+', ' ', 'g'));

-- The pairs of letters of a name, a space before its first: what a misspelt name still shares with the right one.
create function letter_pairs(folded text) returns text[] immutable parallel safe language sql
return array(select distinct substr(' ' || folded, place, 2) from generate_series(1, length(folded)) place);

-- Councils are few, so they are found by reading them all.
alter table council add column folded text not null generated always as (places.folded(name)) stored;

alter table search_name add column pairs text[] not null generated always as (places.letter_pairs(folded)) stored;
create index search_name_pairs on search_name using gin (pairs) where kind <> 'postcode';

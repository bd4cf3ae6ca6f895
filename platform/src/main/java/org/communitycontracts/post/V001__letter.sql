-- A letter to one person, written in the same transaction as what it tells of. The subject says nothing about anybody; the
-- address and the text go a week after it was sent.
create table letter (
    council_id bigint not null,
    letter_id uuid not null,
    recipient text,
    subject text not null,
    body text,
    -- Where one click ends letters of this kind.
    stop text,
    -- Whether a program wrote it of its own accord, so that no other program answers it.
    automatic boolean not null,
    -- Written while no mail server was named: it is read in the outbox and never sent.
    local boolean not null,
    written_at timestamptz not null,
    -- How often it was tried; whoever sends it must hold the latest try.
    tries int not null default 0,
    -- How often the mail server said no to it.
    refusals int not null default 0,
    first_try_at timestamptz,
    next_try_at timestamptz not null,
    sent_at timestamptz,
    given_up_at timestamptz,
    -- What the mail server said last, without the address.
    trouble text,
    primary key (council_id, letter_id)
);

create index letter_waiting on letter (next_try_at) where sent_at is null and given_up_at is null and not local;
create index letter_written on letter (council_id, written_at desc);
create index letter_recipient on letter (council_id, lower(recipient));
create index letter_whole on letter (written_at) where body is not null;

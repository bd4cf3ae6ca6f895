-- E-mails that were taken in, by a mark of their own names, so that none is taken twice.
create table mail_taken (
    council_id bigint not null,
    mark text not null,
    taken_at timestamptz not null,
    primary key (council_id, mark)
);

create index mail_taken_at on mail_taken (taken_at);

revoke all on mail_taken from cc_reader;

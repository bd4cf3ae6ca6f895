-- What was sent by each form, so that sending it twice does it once. Kept a week. A form belongs to whoever sent it and to no
-- council; what it held is not kept, only a mark of it.
create table once (
    key_hash bytea not null unique,
    fingerprint bytea not null,
    sent_at timestamptz not null,
    -- Where the answer led; null when it was a page, which is not kept.
    location text
);

create index once_sent on once (sent_at);

-- How much each address and account may still send; kept by the library that counts.
create table bucket (
    id varchar(100) not null unique,
    state bytea,
    expires_at bigint
);

-- When the source last changed what it says of the report; null when it does not tell. Never a moment of our own.
alter table report add column told_at timestamptz;

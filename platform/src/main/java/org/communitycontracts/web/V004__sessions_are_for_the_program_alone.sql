-- What stands in a session opens an account, and for a moment it holds the address of somebody who is signing in: the role that
-- reads figures has nothing to look for in this room.
revoke all on all tables in schema web from cc_reader;
revoke usage on schema web from cc_reader;
alter default privileges in schema web revoke select on tables from cc_reader;

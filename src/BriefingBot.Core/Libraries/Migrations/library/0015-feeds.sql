-- When a feed was paused; null while it is followed.
alter table feeds add column paused_utc text;
-- The charset the host named beside the bytes (RFC 9110, Content-Type), so that they are read the same way again. Null where it named none.
alter table originals add column charset text;
-- The cleaner that last read the kept bytes again and made the same of them; null where none did.
alter table documents add column checked_version integer;

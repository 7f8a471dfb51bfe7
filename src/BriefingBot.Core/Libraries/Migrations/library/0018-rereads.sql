-- Pages that documents were made of, and when each is read again: what was corrected since is found so.
create table rereads (
  -- Where the page was after redirects: the origin of its document.
  address text primary key,
  -- As asked for.
  link text not null,
  host text not null,
  first_utc text not null,
  -- Moved ahead while somebody reads it, so that two processes do not. Null once it is read no more.
  next_utc text,
  failures integer not null,
  fault text,
  etag text,
  last_modified text
) without rowid;
create index rereads_due on rereads (next_utc) where next_utc is not null;

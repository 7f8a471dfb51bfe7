create table feeds (
  id integer primary key,
  link text not null unique,
  title text,
  etag text,
  last_modified text,
  added_utc text not null,
  tried_utc text,
  succeeded_utc text,
  -- When it is due; moved ahead while somebody polls it, so that two processes do not.
  next_utc text not null,
  failures integer not null,
  fault text,
  -- When it was told that the feed is dead; null while it is not.
  dead_told_utc text
);
create index feeds_due on feeds (next_utc);

create table feed_items (
  feed_id integer not null references feeds (id),
  -- The id the feed gives; else what tells the item from others. Never its date.
  key text not null,
  link text,
  content_hash text not null,
  seen_utc text not null,
  -- What is needed to take the item in, while that has not been done: a restart loses nothing. Null afterwards.
  waiting text,
  tries integer not null,
  next_utc text,
  fault text,
  document_id text,
  primary key (feed_id, key)
) without rowid;
create index feed_items_link on feed_items (feed_id, link);
create index feed_items_waiting on feed_items (feed_id, next_utc) where waiting is not null;

-- Which channel waits for which schedule's digest: a schedule lies in its library's file, and when that is gone the channel must still be told.
create table scheduled_digests (
  schedule_id text primary key,
  library text not null,
  platform text not null,
  workspace text,
  channel text not null,
  thread text,
  -- "07:30, Europe/Berlin": how people know it.
  at text not null,
  paused_utc text,
  paused_reason text,
  -- What is still to be said in the channel, under which key and from when on; null where nothing is.
  notice text,
  notice_key text,
  notice_due_utc text,
  notice_attempts integer not null default 0
) without rowid;

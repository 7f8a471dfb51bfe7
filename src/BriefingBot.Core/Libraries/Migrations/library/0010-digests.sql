create table digest_schedules (
  id text primary key,
  platform text not null,
  workspace text,
  channel text not null,
  thread text,
  -- HH:mm in the zone.
  local_time text not null,
  zone text not null,
  -- Bit 0 is Monday.
  weekdays integer not null,
  topic text,
  publishers text not null,
  languages text not null,
  stories integer not null,
  post_empty integer not null,
  when_unsure text not null check (when_unsure in ('skip', 'repeat')),
  created_utc text not null,
  next_due_utc text not null,
  paused_utc text,
  paused_reason text
) without rowid;

-- One row per time a digest was due and was made, was empty, or was skipped. Its sentences and citations lie in answers under the same id.
create table digests (
  id text primary key,
  schedule_id text,
  due_utc text not null,
  from_utc text,
  to_utc text not null,
  -- Revisions after the first and through the second were new in it.
  from_revision integer not null,
  through_revision integer not null,
  status text not null check (status in ('composed', 'skipped')),
  more integer not null,
  reason text
) without rowid;
create unique index digests_once on digests (schedule_id, due_utc) where schedule_id is not null;

create table digest_stories (
  digest_id text not null references digests (id),
  ordinal integer not null,
  story_id text not null,
  headline text not null,
  publishers integer not null,
  sentences integer not null,
  update_of text,
  primary key (digest_id, ordinal)
) without rowid;
create index digest_stories_story on digest_stories (story_id);

-- Every document that was new: its story's number, or why it was left out.
create table digest_documents (
  digest_id text not null references digests (id),
  document_id text not null references documents (id),
  story integer,
  reason text,
  primary key (digest_id, document_id)
) without rowid;
create index digest_documents_document on digest_documents (document_id);

create table digest_outbox (
  digest_id text not null references digests (id),
  part integer not null,
  post_key text not null unique,
  status text not null check (status in ('pending', 'sending', 'sent', 'skipped', 'failed')),
  attempts integer not null default 0,
  claimed_by text,
  -- A claim nobody renewed by then is void.
  due_again_utc text not null,
  message_id text,
  reason text,
  primary key (digest_id, part)
) without rowid;
create index digest_outbox_open on digest_outbox (due_again_utc) where status in ('pending', 'sending');

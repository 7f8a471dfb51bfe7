-- Every accepted question, written down before it is worked on. The question and its options go once its answer has been shown.
create table inbox (
  ordinal integer primary key,
  answer_id text not null unique,
  platform text not null,
  workspace text not null,
  channel text not null,
  thread text,
  request_id text not null,
  person text not null,
  library text not null,
  private integer not null,
  question text,
  as_of text,
  length text not null,
  conversation text not null,
  accepted_utc text not null,
  state text not null check (state in ('accepted', 'shown', 'interrupted', 'cancelled', 'failed')),
  state_utc text not null
);
create unique index inbox_request on inbox (platform, request_id);
create index inbox_open on inbox (state) where state in ('accepted', 'interrupted');
create index inbox_person on inbox (platform, person);

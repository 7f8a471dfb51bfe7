create table feedback (
  id integer primary key,
  answer_id text not null,
  verdict text not null check (verdict in ('up', 'down', 'wrong-citation')),
  -- The number of the citation complained of; 0 for the answer as a whole.
  n integer not null,
  note text,
  platform text not null,
  person text not null,
  given_utc text not null
);
create index feedback_answer on feedback (answer_id);
create unique index feedback_once on feedback (answer_id, platform, person, n);

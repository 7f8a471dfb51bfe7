-- What a text says of itself: that it was corrected, or is withdrawn. A range of the revision, never a copy; null where its title says it.
create table revision_notices (
  revision_id integer not null references revisions (id),
  ordinal integer not null,
  kind text not null check (kind in ('corrected', 'retracted')),
  start_at integer,
  end_at integer,
  -- Which of the parts that were taken out of the page it stands in, from 0; null where it stands in the text.
  removed_part integer,
  primary key (revision_id, ordinal)
) without rowid;

-- A document that says something else than before. One row per revision of new bytes with another text.
create table corrections (
  id integer primary key,
  document_id text not null references documents (id),
  previous_id integer not null references revisions (id),
  revision_id integer not null references revisions (id),
  kind text not null check (kind in ('changed', 'corrected', 'retracted')),
  noticed_utc text not null
);
create index corrections_document on corrections (document_id);
create unique index corrections_revision on corrections (revision_id);

-- Numbers of past answers whose quote a correction touches.
create table answer_corrections (
  answer_id text not null references answers (id),
  n integer not null,
  correction_id integer not null references corrections (id),
  -- Whether the quote stood no more in the corrected text.
  gone integer not null,
  primary key (answer_id, n, correction_id)
) without rowid;
create index answer_corrections_correction on answer_corrections (correction_id);

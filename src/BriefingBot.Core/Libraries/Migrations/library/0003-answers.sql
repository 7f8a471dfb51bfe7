create table answers (
  id text primary key,
  library_revision integer not null,
  question text not null,
  -- The question without case, spacing and closing marks: what counts as asked again.
  question_key text not null,
  rewritten_question text,
  asked_utc text not null,
  status text not null,
  score real not null,
  writer text not null,
  prompt_hash text,
  as_of text,
  newest_source text,
  text text not null,
  sentences text not null,
  withheld text not null,
  notes text not null,
  timings text not null,
  passages_considered text not null
) without rowid;
create index answers_asked on answers (asked_utc);
create index answers_question on answers (question_key) where status = 'insufficient';

-- A quote is a range of a revision, never a copy. The ranges before and after it are what was shown around it.
create table answer_citations (
  answer_id text not null references answers (id),
  part text not null check (part in ('cited', 'related')),
  ordinal integer not null,
  n integer not null,
  revision_id integer not null references revisions (id),
  passage_id integer not null,
  page integer,
  start_at integer not null,
  end_at integer not null,
  before_start integer,
  before_end integer,
  after_start integer,
  after_end integer,
  also_carried_by text not null,
  primary key (answer_id, part, ordinal)
) without rowid;
create index answer_citations_revision on answer_citations (revision_id);

create table aliases (
  name text not null collate nocase,
  same_as text not null collate nocase,
  source text not null check (source in ('document', 'desk')),
  document_id text references documents (id)
);
create unique index aliases_once on aliases (name, same_as, source, coalesce(document_id, ''));
create index aliases_document on aliases (document_id);

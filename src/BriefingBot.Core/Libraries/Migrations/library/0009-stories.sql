-- The leading terms of a text as the stories compare them: pairs of a term's hash and its count, four bytes and one.
create table story_features (
  revision_id integer primary key,
  day integer not null,
  terms blob not null
);

create table stories (
  id text primary key,
  created_utc text not null,
  -- Set where two stories turned out to be one; the older goes on.
  merged_into text references stories (id)
) without rowid;

create table story_documents (
  document_id text primary key references documents (id),
  story_id text not null references stories (id),
  revision_id integer not null
) without rowid;
create index story_documents_story on story_documents (story_id);

-- How many documents hold a term.
create table story_terms (
  term integer primary key,
  documents integer not null
);

create table story_state (
  id integer primary key check (id = 1),
  through_revision integer not null,
  documents integer not null
);
insert into story_state (id, through_revision, documents) values (1, 0, 0);

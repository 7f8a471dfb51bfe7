-- Posting lists of our own take the place of FTS5. The rows are built again from revisions and passages when the file is next opened.
drop table passage_vocabulary;
drop table passage_terms;
drop table document_terms;

-- kind: 0 passages (a row's id is the passage's), 1 whole documents (the revision's).
create table index_postings (
  kind integer not null,
  term text not null,
  segment integer not null,
  -- Rows that hold the term; before the blob, so that it is read without it.
  holders integer not null,
  data blob not null,
  primary key (kind, term, segment)
) without rowid;

create table index_segments (
  id integer primary key,
  kind integer not null,
  level integer not null,
  first integer not null,
  count integer not null,
  -- Ids, lengths and owning revisions of the rows.
  rows blob not null
);

-- One blob for each committed change, until there are enough for a segment.
create table index_tail (
  id integer primary key,
  kind integer not null,
  first integer not null,
  count integer not null,
  data blob not null
);

-- Revisions that are indexed and not current: superseded, or (gone) of a removed document.
create table index_hidden (
  revision_id integer primary key,
  gone integer not null
);

drop table index_state;
create table index_state (
  id integer primary key check (id = 1),
  -- Null while nothing has been indexed.
  analyser_version integer,
  layout_version integer,
  -- Raised by every change of the index.
  generation integer not null,
  -- While the index is built again: the last revision done. Null when it is whole.
  built_through integer
);
insert into index_state (id, analyser_version, layout_version, generation)
select 1, case when exists (select 1 from revisions) then 0 end, case when exists (select 1 from revisions) then 0 end, 0;

-- Documents and their revisions. Instants are UTC text of one width, so they compare as text; days are YYYY-MM-DD.
create table library_state (
  id integer primary key check (id = 1),
  -- Raised by one by every change to documents.
  revision integer not null
);
insert into library_state (id, revision) values (1, 0);

create table documents (
  id text primary key,
  origin text not null,
  -- No foreign key: revisions are never deleted, and checking it on every new revision costs more than it could tell.
  current_revision_id integer not null,
  added_utc text not null,
  removed_utc text,
  purged_utc text
) without rowid;
-- A removed document gives its origin free: the same file added again is a new document.
create unique index documents_origin on documents (origin) where removed_utc is null;
create unique index documents_current on documents (current_revision_id);

create table revisions (
  id integer primary key,
  document_id text not null references documents (id) deferrable initially deferred,
  number integer not null,
  title text not null,
  publisher text,
  agency text,
  byline text,
  published_on text,
  published_utc text,
  published_from text,
  language text,
  url text,
  fetched_utc text not null,
  cause text not null,
  cleaner_version integer not null,
  content_hash text not null,
  characters integer not null,
  removed_characters integer not null,
  unique (document_id, number)
);
create index revisions_content on revisions (content_hash);

-- Apart from revisions, so that a filter over metadata does not walk through the texts. Null once purged.
create table revision_texts (
  revision_id integer primary key references revisions (id),
  text text,
  -- Brotli over JSON: what the cleaner took out, and by which rule. Null where nothing was.
  removed blob
);

create trigger revisions_never_change before update on revisions
begin
  select raise(abort, 'a revision is never edited');
end;
create trigger revisions_never_go before delete on revisions
begin
  select raise(abort, 'a revision is never deleted');
end;
create trigger revision_texts_only_purged before update on revision_texts when new.text is not null or new.removed is not null
begin
  select raise(abort, 'the text of a revision is never edited');
end;

-- Bytes as received, shared by the revisions made from them. Null once purged.
create table originals (
  content_hash text primary key,
  bytes blob,
  compression text not null,
  length integer not null,
  fetched_utc text not null,
  fetched_from text not null
);

create table passages (
  id integer primary key,
  revision_id integer not null references revisions (id),
  ordinal integer not null,
  start_at integer not null,
  end_at integer not null,
  unique (revision_id, ordinal)
);

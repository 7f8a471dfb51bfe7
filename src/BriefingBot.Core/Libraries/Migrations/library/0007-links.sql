-- What hosts said about the pages that were fetched from them: a page that has not changed is not sent again.
create table links (
  link text primary key,
  address text not null,
  etag text,
  last_modified text,
  charset text,
  content_hash text not null,
  fetched_utc text not null
) without rowid;

-- Which fields of the metadata were given from outside, so that a newer cleaner does not take them back. A sum of bits. Null where none was.
alter table revisions add column given integer;
-- Where in the text each page of a paged document begins, as numbers joined by commas. Null where there are no pages.
alter table revisions add column pages text;

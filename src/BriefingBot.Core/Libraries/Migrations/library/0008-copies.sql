-- Syndicated copies: near-identical texts. The least shingle hashes of every text that is no copy, one row each (Broder 1997; one permutation, Li, Owen and Zhang 2012).
create table copy_bands (
  band integer not null,
  revision_id integer not null,
  primary key (band, revision_id)
) without rowid;

-- Only copies have a row: the document whose text they were compared with. Which of them is cited is decided when it is asked.
create table document_copies (
  document_id text primary key references documents (id) deferrable initially deferred,
  original_id text not null references documents (id) deferrable initially deferred
) without rowid;
create index document_copies_original on document_copies (original_id);

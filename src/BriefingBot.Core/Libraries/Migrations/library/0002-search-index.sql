-- Terms of our own analyser, joined by spaces; the rows are addressed by passage and by revision id.
-- Letters, digits and _ make a token, and so does every byte outside ASCII.
create virtual table passage_terms using fts5 (title, text, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_'");
create virtual table document_terms using fts5 (title, text, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_'");
create virtual table passage_vocabulary using fts5vocab (passage_terms, row);

insert into passage_terms (passage_terms, rank) values ('rank', 'bm25(2.0, 1.0)');
insert into document_terms (document_terms, rank) values ('rank', 'bm25(2.0, 1.0)');
-- Terms gathered in memory before they are written: a bulk load flushes less often.
insert into passage_terms (passage_terms, rank) values ('hashsize', 33554432);
insert into document_terms (document_terms, rank) values ('hashsize', 33554432);

create table index_state (
  id integer primary key check (id = 1),
  -- Null while nothing has been indexed.
  analyser_version integer,
  layout_version integer
);
insert into index_state (id) values (1);

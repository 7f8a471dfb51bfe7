-- A process keeps the parts of the index in memory and knows them by their ids. An id that was used again passed off what had been erased as what was added since,
-- so none is.
alter table index_tail rename to index_tail_old;
create table index_tail (
  id integer primary key autoincrement,
  kind integer not null,
  first integer not null,
  count integer not null,
  data blob not null
);
insert into index_tail (id, kind, first, count, data) select id, kind, first, count, data from index_tail_old;
drop table index_tail_old;

alter table index_segments rename to index_segments_old;
create table index_segments (
  id integer primary key autoincrement,
  kind integer not null,
  level integer not null,
  first integer not null,
  count integer not null,
  -- Ids, lengths and owning revisions of the rows.
  rows blob not null,
  -- The id of its first block; the others follow it.
  first_block integer not null,
  -- The first term of each block.
  terms blob not null
);
insert into index_segments (id, kind, level, first, count, rows, first_block, terms) select id, kind, level, first, count, rows, first_block, terms from index_segments_old;
drop table index_segments_old;

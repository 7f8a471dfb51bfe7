-- A row for each term of each segment cost more than the postings in it, and every new segment wrote to pages all over the table. Now the postings of a segment
-- stand in blocks of its own, one behind the other, many terms to a block. The index is built again when the file is next opened.
drop table index_postings;
drop table index_segments;
delete from index_tail;

create table index_segments (
  id integer primary key,
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

create table index_blocks (
  id integer primary key,
  -- Rows that hold its term, where it is of one term alone; before the blob, so that it is read without it.
  holders integer,
  data blob not null
);

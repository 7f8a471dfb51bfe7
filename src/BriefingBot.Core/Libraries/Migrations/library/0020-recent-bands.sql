-- The bands of the newest texts were a table like copy_bands, and writing them changed most of its pages with every transaction. They are one row a transaction
-- now, which the writer reads whole; beyond a hundred thousand of them they are moved to copy_bands, in order.
insert or ignore into copy_bands (band, revision_id) select band, revision_id from copy_bands_young order by band, revision_id;
drop table copy_bands_young;

create table copy_bands_recent (
  id integer primary key,
  -- A band and the revision that holds it, eight bytes each with the lowest first, as often as there are.
  bands blob not null
);

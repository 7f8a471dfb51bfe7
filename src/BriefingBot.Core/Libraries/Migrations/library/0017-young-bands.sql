-- Bands fall anywhere in copy_bands: written one document at a time, each of them writes a page of its own once there are many. The newest gather here, in a
-- table of a few hundred pages, and are moved in order of bands, many to a page.
create table copy_bands_young (
  band integer not null,
  revision_id integer not null,
  primary key (band, revision_id)
) without rowid;

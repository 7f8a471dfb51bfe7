-- The lines before and after the stories, one a line; null in digests that were stored before this version.
alter table digests add column opening text;
alter table digests add column closing text;

-- "platform/workspace/channel" a digest made by hand belongs to: what is new there is counted from its own last one. Null for the command line's and for schedules.
alter table digests add column place text;

-- What came up to this revision is no news to a schedule's first digest.
alter table digest_schedules add column from_revision integer not null default 0;

-- What was said on a platform that keeps no messages of its own. Nothing quoted from a document is written here:
-- an answer is named by its id and stands in its library.
create table exchanges (
    ordinal     integer primary key autoincrement,
    id          text not null unique,
    platform    text not null,
    workspace   text not null,
    channel     text not null,
    post_key    text,
    request_id  text,
    parent      text,
    person      text,
    asked       text,
    reply       text,
    private     integer not null default 0,
    resumed     integer not null default 0,
    made_utc    text not null
) strict;

create unique index exchanges_key on exchanges (platform, workspace, channel, post_key) where post_key is not null;
create unique index exchanges_request on exchanges (platform, request_id) where request_id is not null;
create index exchanges_channel on exchanges (platform, workspace, channel, ordinal);

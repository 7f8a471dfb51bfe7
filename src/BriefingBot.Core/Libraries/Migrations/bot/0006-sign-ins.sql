-- Who may open the page where it is reached by other machines. Of a link and of a session only the hash of its secret is kept.
create table web_invites (
    code_hash   blob primary key,
    person      text not null,
    role        text not null,
    made_utc    text not null,
    expires_utc text not null
) strict, without rowid;

create table web_sessions (
    id          text primary key,
    key_hash    blob not null unique,
    person      text not null,
    role        text not null,
    begun_utc   text not null,
    expires_utc text not null
) strict, without rowid;

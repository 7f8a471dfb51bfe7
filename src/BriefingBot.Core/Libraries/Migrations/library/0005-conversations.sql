-- Who asked for which answer, where, and in which conversation. Written before the answer, so that a private one is never without its owner.
create table turns (
  answer_id text primary key,
  conversation text not null,
  platform text not null,
  workspace text not null,
  channel text not null,
  person text not null,
  private integer not null,
  asked_utc text not null,
  -- The post that shows the answer; null until it is posted.
  message_id text
) without rowid;
create index turns_conversation on turns (conversation, asked_utc);
create index turns_channel on turns (platform, workspace, channel, asked_utc);
create index turns_message on turns (platform, message_id) where message_id is not null;
create index turns_person on turns (platform, person);

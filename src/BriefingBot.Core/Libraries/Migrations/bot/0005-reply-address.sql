-- What a platform needs to answer an accepted question after a restart. As good as a password while it lasts, so it goes as soon as the question is
-- answered, called off or too old to be answered there.
alter table inbox add column reply_address text;

-- What the bot said to a person's press of a button, beside the exchange it stands under: the newest, for that person alone.
create table exchange_notes (
    exchange    text not null,
    person      text not null,
    note        text not null,
    made_utc    text not null,
    primary key (exchange, person)
) strict, without rowid;

create index exchanges_person on exchanges (platform, person) where person is not null;

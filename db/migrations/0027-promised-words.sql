-- Who said the words of a promise to the customer, when and how, and the entry that holds them.
alter table commitments
  add column said_entry uuid,
  add column said_at timestamptz,
  add column said_by text,
  add column said_as text check (said_as in ('talk', 'chat', 'letter')),
  add constraint commitments_said check (num_nulls(said_entry, said_at, said_by, said_as) in (0, 4));

-- The ledger of what was kept is read from its newest end.
create index on commitments (organisation_id, kept_at desc) where state = 'kept';

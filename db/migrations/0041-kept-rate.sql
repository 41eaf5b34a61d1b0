-- The kept-rate counts the dates of some weeks, of however many years of promises: from the index alone.
create index on commitments (organisation_id, due_at) include (made_to, owner_id, state, broken_at)
  where renegotiations = '[]';
-- Moved ones are few, and each of their dates is judged by itself.
create index on commitments (organisation_id) where renegotiations <> '[]';

-- Drafts from the record that were put into a text: each sentence with what it stood on then. Held against the record of
-- today whenever a text of the same complaint is about to leave.
create table letters_drafts_from_record (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  kind text not null,
  sentences jsonb not null,
  kept_at timestamptz not null,
  kept_by text not null
);
create index on letters_drafts_from_record (complaint_id, kept_at);
call uketome_wall('letters_drafts_from_record');

-- The company's own templates of words to customers. Each row is an edition: the highest revision holds, the earlier ones
-- stay. Two people who edit the same one at once meet at the key.
create table letters_templates (
  id uuid primary key,
  template_id uuid not null,
  organisation_id uuid not null,
  revision integer not null,
  content jsonb not null,
  is_retired boolean not null default false,
  changed_at timestamptz not null,
  changed_by text not null,
  unique (organisation_id, template_id, revision)
);
call uketome_wall('letters_templates');

-- What a company changes in the shipped playbook: a draft, and the versions that were published from it. Both hold
-- only what differs; the shipped plays themselves stay files.

-- A play or a story of the draft. `revision` counts its saves, so that nobody writes over what they have not seen;
-- `gone` keeps the count of what was given back to the shipped text.
create table guide_playbook_drafts (
  organisation_id uuid not null,
  language text not null,
  part text not null check (part in ('play', 'story')),
  name text not null,
  state text not null check (state in ('text', 'off', 'gone')),
  text text not null,
  -- The shipped text that an override was written on.
  based_on text,
  revision integer not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (organisation_id, language, part, name)
);
call uketome_wall('guide_playbook_drafts');

-- Only ever added to: what was on a screen must stay readable.
create table guide_playbook_versions (
  id uuid primary key,
  organisation_id uuid not null,
  language text not null,
  number integer not null,
  content jsonb not null,
  note text not null,
  acknowledged jsonb not null,
  published_at timestamptz not null,
  published_by text not null,
  unique (organisation_id, language, number)
);
call uketome_wall('guide_playbook_versions');
do $$
begin
  if exists (select from pg_roles where rolname = 'uketome_desk') then
    revoke update, delete on guide_playbook_versions from uketome_desk;
  end if;
end
$$;

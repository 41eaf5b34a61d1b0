-- The decision table of remedies, version by version. A version is never changed: what was offered names the one it stood in.
create table remedies_versions (
  organisation_id uuid not null,
  number integer not null check (number > 0),
  rules jsonb not null,
  note text not null,
  -- The version its draft began from; null for the table a company starts with.
  from_number integer,
  -- On which complaints it was tried before, and how many would have got other options.
  trial jsonb,
  published_at timestamptz not null,
  published_by text not null,
  primary key (organisation_id, number)
);

-- Written cell by cell, as it was typed: what cannot be read yet is kept, too.
create table remedies_drafts (
  organisation_id uuid primary key,
  revision integer not null check (revision > 0),
  lines jsonb not null,
  from_number integer not null,
  trial jsonb,
  changed_at timestamptz not null,
  changed_by text not null
);

-- Whoever migrates may stand inside the wall, too, and would see no rows.
alter table remedies_rules no force row level security;
alter table remedies_rules disable row level security;
insert into remedies_versions
  select organisation_id, 1, jsonb_agg(rule || jsonb_build_object('id', id) order by position, id), '', null, null,
    max(changed_at), (array_agg(changed_by order by changed_at desc))[1]
  from remedies_rules group by organisation_id;
drop table remedies_rules;

call uketome_wall('remedies_versions');
call uketome_wall('remedies_drafts');

do $$
begin
  if exists (select from pg_roles where rolname = 'uketome_desk') then
    revoke update, delete on remedies_versions from uketome_desk;
  end if;
end
$$;

-- The chains of protective records below a checkpoint as one root: it tells neither which complaint has one nor how many there are.
alter table complaints_checkpoints add column apart text;

-- The heads below that root, for whoever verifies. Seen like the record itself.
create table protection_seals (
  checkpoint_id uuid primary key,
  organisation_id uuid not null,
  heads jsonb not null
);
call uketome_wall('protection_seals');
create policy protection_closed on protection_seals as restrictive for select using ((select uketome_protection_open()));
do $$
begin
  if exists (select from pg_roles where rolname = 'uketome_desk') then
    revoke update, delete on protection_seals from uketome_desk;
  end if;
end
$$;

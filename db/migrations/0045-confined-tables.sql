-- Some rows are for certain people alone. Who a transaction is for stands beside its organisation, and policies read it.

create function uketome_member() returns uuid
  language sql stable
  return nullif(current_setting('uketome.member', true), '')::uuid;

create function uketome_has_role(asked text) returns boolean
  language sql stable
  return coalesce(asked = any (string_to_array(current_setting('uketome.roles', true), ',')), false);

-- The room whose timer acts; empty when a person does.
create function uketome_room() returns text
  language sql stable
  return nullif(current_setting('uketome.room', true), '');

-- The hash of a secret that was shown; empty where nobody showed one.
create function uketome_bearer() returns text
  language sql stable
  return nullif(current_setting('uketome.bearer', true), '');

-- Walls a table in and lets through only whom `seen_by` names, reading and writing alike. Restrictive: whatever other
-- policies allow, this one must hold, too.
--   call uketome_confine('consultation_cases', $$ uketome_has_role('consultation') or author_id = uketome_member() $$);
create procedure uketome_confine(confined regclass, seen_by text)
  language plpgsql as $$
begin
  call uketome_wall(confined);
  execute format(
    'create policy confined on %s as restrictive using (%s) with check (%s)', confined, seen_by, seen_by);
end
$$;

-- For figures made by other programs: reads what is named here and nothing else, never a confined table, no words of
-- customers and no secrets. A login is made a member of it by the owner of the database.
do $$
begin
  if not exists (select from pg_roles where rolname = 'uketome_report') then
    begin
      create role uketome_report nologin;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise notice 'role uketome_report could not be created; there is then no login for reports';
    end;
  end if;
  if exists (select from pg_roles where rolname = 'uketome_report') then
    grant select (id, organisation_id, number, channel, state, received_at, severity, is_safety, next_due_at,
      has_broken_promise, is_escalated, closed_at) on complaints to uketome_report;
    grant select (organisation_id, complaint_id, sequence, type, at) on complaints_timeline to uketome_report;
    grant select (id, organisation_id, complaint_id, due_at, due_on, precision, state, made_to, made_at, kept_at,
      broken_at) on commitments to uketome_report;
    grant select (id, organisation_id, complaint_id, direction, started_at, ended_at, held_seconds, how_ended)
      on intake_calls to uketome_report;
    grant select (id, organisation_id, complaint_id, kind, mode, state, asked_at, seen_at, ended_at)
      on escalation_requests to uketome_report;
    grant select (id, organisation_id, name) on access_teams to uketome_report;
    grant select (id, name, slug) on access_organisations to uketome_report;
  end if;
end
$$;

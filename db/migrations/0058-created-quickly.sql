-- What is committed and what other rooms have not heard of yet: a row for each entry that somebody reacts to. Ids only.
-- It takes the place of a job of graphile-worker for each, which cost more than writing the complaint (decision 57).
create table complaints_unheard (
  organisation_id uuid not null,
  complaint_id uuid not null,
  sequence int not null,
  type text not null,
  entry_id uuid not null,
  queued bigint generated always as identity,
  -- Whoever has taken it is trusted so long; then another takes it.
  taken_until timestamptz,
  primary key (organisation_id, complaint_id, sequence)
);
create index on complaints_unheard (queued);
call uketome_wall('complaints_unheard');

-- Who takes them does not know whose they are. Two who take at once: the second leaves it to the first and comes again,
-- so that the entries of one complaint are with one of them, in their order.
create function complaints_take_unheard(seconds int, most int)
  returns table (organisation_id uuid, complaint_id uuid, sequence int, type text, entry_id uuid)
  language plpgsql volatile security definer rows 50
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(81303, 1) then
    return;
  end if;
  return query
    with free as (
      select u.organisation_id, u.complaint_id, min(u.queued) as first from (
        select * from complaints_unheard order by queued limit most * 4
      ) u
       where not exists (
         select from complaints_unheard t
          where t.organisation_id = u.organisation_id and t.complaint_id = u.complaint_id and t.taken_until > now())
       group by u.organisation_id, u.complaint_id order by first limit most
    )
    update complaints_unheard u set taken_until = now() + make_interval(secs => seconds)
      from free where u.organisation_id = free.organisation_id and u.complaint_id = free.complaint_id
      returning u.organisation_id, u.complaint_id, u.sequence, u.type, u.entry_id;
end
$$;

create function complaints_forget_heard(organisations uuid[], complaints uuid[], sequences int[]) returns void
  language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  delete from complaints_unheard u using unnest(organisations, complaints, sequences) h(organisation, complaint, sequence)
   where u.organisation_id = h.organisation and u.complaint_id = h.complaint and u.sequence = h.sequence
$$;

-- A superuser passes every wall; an owner who is none needs a way through this one. The desk's role keeps its own, and
-- reaches other companies' rows by neither function: it may not call them.
do $$
declare
  -- PostgreSQL 15 asks by another word whether one may take a role.
  may_take text := case when current_setting('server_version_num') < '16' then 'member' else 'set' end;
begin
  if exists (select from pg_roles where rolname = 'uketome_desk') and pg_has_role('uketome_desk', may_take) then
    execute format('create policy hearing_door on complaints_unheard to %I using (true)', current_user);
  end if;
end
$$;
revoke execute on function complaints_take_unheard, complaints_forget_heard from public;

-- A complaint has hundreds of terms, and most of them are in others, too: gathered, the index takes a term once for many
-- complaints. What is gathered is read with each search, so it stays small.
alter index complaints_search_grams_idx set (fastupdate = on, gin_pending_list_limit = 512);
alter index complaints_search_words_idx set (fastupdate = on, gin_pending_list_limit = 512);

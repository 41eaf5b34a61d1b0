-- Lists, counts, searches and the timeline of a company with a million complaints.

------------------------------------------------------------------------------------------------ the inbox
alter table complaints add column cause text;

-- Pages are read in the order in which they are shown, whatever the view.
create index on complaints (organisation_id, received_at, id);
create index complaints_open on complaints (organisation_id, received_at, id)
  include (owner_id, next_due_at, has_broken_promise, is_safety, is_escalated) where closed_at is null;
create index complaints_closed on complaints (organisation_id, received_at, id) where closed_at is not null;
create index complaints_owned on complaints (organisation_id, owner_id, received_at, id) where closed_at is null;
create index complaints_safety on complaints (organisation_id, received_at, id) where closed_at is null and is_safety;
create index complaints_broken on complaints (organisation_id, received_at, id)
  where closed_at is null and has_broken_promise;
create index complaints_escalated on complaints (organisation_id, received_at, id)
  where closed_at is null and is_escalated;
drop index complaints_organisation_id_received_at_idx;
drop index complaints_organisation_id_owner_id_idx;

-- How many there are of each month and cause, so that nobody counts the years again and again. Rows are only added
-- (+1 here, -1 there), so that no two who write wait for each other, and are added up now and then.
create table complaints_tallies (
  organisation_id uuid not null,
  -- The first day of the month it was received in, in Japan.
  month date not null,
  cause text,
  is_closed boolean not null,
  many bigint not null
);
create index on complaints_tallies (organisation_id, month);
call uketome_wall('complaints_tallies');

create function complaints_month(received_at timestamptz) returns date
  language sql immutable
  return date_trunc('month', received_at at time zone 'Asia/Tokyo')::date;

-- What somebody else is adding up at this moment is left to them.
create function complaints_add_up(organisation uuid) returns void
  language sql
  set search_path = pg_catalog, public, pg_temp
begin atomic
  with loose as materialized (
    select ctid from complaints_tallies where organisation_id = organisation for update skip locked
  ),
  taken as (
    delete from complaints_tallies t using loose where t.ctid = loose.ctid and t.organisation_id = organisation
      returning t.month, t.cause, t.is_closed, t.many
  )
  insert into complaints_tallies (organisation_id, month, cause, is_closed, many)
    select organisation, month, cause, is_closed, sum(many) from taken group by month, cause, is_closed
      having sum(many) <> 0;
end;

create function complaints_tally() returns trigger
  language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    insert into complaints_tallies (organisation_id, month, cause, is_closed, many)
      values (old.organisation_id, complaints_month(old.received_at), old.cause, old.closed_at is not null, -1);
  end if;
  if tg_op <> 'DELETE' then
    insert into complaints_tallies (organisation_id, month, cause, is_closed, many)
      values (new.organisation_id, complaints_month(new.received_at), new.cause, new.closed_at is not null, 1);
  end if;
  if random() < 0.02 then
    perform complaints_add_up(case when tg_op = 'DELETE' then old.organisation_id else new.organisation_id end);
  end if;
  return null;
end
$$;

------------------------------------------------------------------------------------------------ the search
-- What a search sorts and narrows by stands beside its terms; these lie apart, so that thousands of finds are few pages.
alter table complaints_search add column received_at timestamptz, add column is_closed boolean not null default false;
alter table complaints_search alter column grams set storage external, alter column words set storage external;
alter table complaints_search set (toast_tuple_target = 128, fillfactor = 85);
drop index complaints_search_grams_idx;
drop index complaints_search_words_idx;

-- The years there are already. A letter by itself is a term of its own now: each begins a pair or ends a run.
do $$
declare
  org uuid;
begin
  for org in select id from access_organisations loop
    perform set_config('uketome.organisation', org::text, true);
    update complaints c set cause = last.cause
      from (
        select distinct on (complaint_id) complaint_id, payload ->> 'cause' as cause from complaints_timeline
         where organisation_id = org and type = 'complaints.cause-found' and payload is not null
         order by complaint_id, sequence desc
      ) last
      where c.id = last.complaint_id and c.organisation_id = org;
    update complaints_search s
      set received_at = c.received_at, is_closed = c.closed_at is not null, words = s.words,
        grams = s.grams || array_to_tsvector(
          array(select distinct left(lexeme, 1) from unnest(s.grams)))
      from complaints c where c.id = s.complaint_id and s.organisation_id = org;
    insert into complaints_tallies (organisation_id, month, cause, is_closed, many)
      select organisation_id, complaints_month(received_at), cause, closed_at is not null, count(*)
        from complaints where organisation_id = org group by 1, 2, 3, 4;
  end loop;
  perform set_config('uketome.organisation', '', true);
end
$$;
alter table complaints_search alter column received_at set not null;
create index complaints_search_grams_idx on complaints_search using gin (grams) with (fastupdate = off);
create index complaints_search_words_idx on complaints_search using gin (words) with (fastupdate = off);

create trigger tally_added after insert or delete on complaints
  for each row execute function complaints_tally();
create trigger tally_changed after update on complaints
  for each row when (old.cause is distinct from new.cause
    or (old.closed_at is null) is distinct from (new.closed_at is null)
    or old.received_at is distinct from new.received_at)
  execute function complaints_tally();

-- Behind a wall PostgreSQL uses no index for an operator that could tell of other rows (@@ is one): a search by the
-- desk's role would read every row. So it is asked through this door, which names the organisation itself.
create function complaints_found(asked_grams tsquery, asked_words tsquery)
  returns table (complaint_id uuid, received_at timestamptz, is_closed boolean)
  language plpgsql stable security definer rows 500
  set search_path = pg_catalog, public, pg_temp
  set enable_seqscan = off as $$
declare
  organisation constant uuid := uketome_organisation();
begin
  if asked_grams is null then
    return query select s.complaint_id, s.received_at, s.is_closed from complaints_search s
      where s.organisation_id = organisation and s.words @@ asked_words;
  elsif asked_words is null then
    return query select s.complaint_id, s.received_at, s.is_closed from complaints_search s
      where s.organisation_id = organisation and s.grams @@ asked_grams;
  else
    return query select s.complaint_id, s.received_at, s.is_closed from complaints_search s
      where s.organisation_id = organisation and s.grams @@ asked_grams and s.words @@ asked_words;
  end if;
end
$$;
-- A superuser passes every wall; an owner who is none needs a way through this one. The desk's role keeps its own.
do $$
declare
  -- PostgreSQL 15 asks by another word whether one may take a role.
  may_take text := case when current_setting('server_version_num') < '16' then 'member' else 'set' end;
begin
  if exists (select from pg_roles where rolname = 'uketome_desk') and pg_has_role('uketome_desk', may_take) then
    execute format('create policy search_door on complaints_search for select to %I using (true)', current_user);
  end if;
end
$$;

------------------------------------------------------------------------------------------------ the timeline
-- Divided by organisation: every statement is one organisation's, so it reads one part, and a part can move to
-- another server. A chain stays unique in its organisation (decision 55).
alter table complaints add unique (organisation_id, id);
alter table complaints_timeline rename to complaints_timeline_whole;
alter table complaints_timeline_whole no force row level security;

create table complaints_timeline (
  organisation_id uuid not null,
  complaint_id uuid not null,
  sequence int not null,
  id uuid not null,
  command_id uuid not null,
  type text not null,
  at timestamptz not null,
  by text not null,
  payload jsonb,
  salt text,
  commitment text not null,
  previous text not null,
  hash text not null,
  -- The transaction that wrote it: a screen that lost its line resumes from here without a gap.
  written_in xid8 not null default pg_current_xact_id()
) partition by hash (organisation_id);
do $$
begin
  for part in 0..7 loop
    execute format(
      'create table complaints_timeline_%s partition of complaints_timeline for values with (modulus 8, remainder %s)',
      part, part);
  end loop;
end
$$;
insert into complaints_timeline (organisation_id, complaint_id, sequence, id, command_id, type, at, by, payload, salt,
    commitment, previous, hash, written_in)
  select organisation_id, complaint_id, sequence, id, command_id, type, at, by, payload, salt,
    commitment, previous, hash, written_in from complaints_timeline_whole order by complaint_id, sequence;
drop table complaints_timeline_whole;

alter table complaints_timeline add primary key (organisation_id, complaint_id, sequence);
alter table complaints_timeline add foreign key (organisation_id, complaint_id)
  references complaints (organisation_id, id);
create unique index on complaints_timeline (organisation_id, id);
create index on complaints_timeline (organisation_id, command_id);
create index on complaints_timeline (organisation_id, written_in);
create trigger append_only before update or delete on complaints_timeline
  for each row execute function complaints_timeline_guard();
call uketome_wall('complaints_timeline');
do $$
begin
  for part in 0..7 loop
    execute format('call uketome_wall(%L)', 'complaints_timeline_' || part);
  end loop;
  if exists (select from pg_roles where rolname = 'uketome_report') then
    grant select (organisation_id, complaint_id, sequence, type, at) on complaints_timeline to uketome_report;
  end if;
end
$$;

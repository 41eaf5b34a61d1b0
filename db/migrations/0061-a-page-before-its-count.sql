-- The page of a search comes before the count of all finds: what a page costs does not grow with the years, what counting
-- costs does (decision 62). And one term more: what is open and a matter of safety, so that those are not looked for among all that is open.
do $$
declare
  org uuid;
begin
  for org in select id from access_organisations loop
    perform set_config('uketome.organisation', org::text, true);
    update complaints_search s set terms = s.terms || array_to_tsvector(array['@safety'])
      from complaints c
     where c.id = s.complaint_id and c.is_safety and c.closed_at is null
       and c.organisation_id = org and s.organisation_id = org;
  end loop;
  perform set_config('uketome.organisation', '', true);
end
$$;

drop function complaints_found(tsquery);
drop function complaints_found_page(tsquery, timestamptz, timestamptz, uuid, timestamptz, uuid, boolean, int, int, int);

-- Behind a wall PostgreSQL uses no index for an operator that could tell of other rows (@@ is one): a search by the
-- desk's role would read every row. So it is asked through these doors, which name the organisation themselves.

-- All finds, or those of some days: `days` days from `first_day` on, backwards or forwards (null: of all).
create function complaints_found(asked tsquery, first_day date, way int, days int)
  returns table (complaint_id uuid, received_at timestamptz)
  language plpgsql stable security definer rows 500
  set search_path = pg_catalog, public, pg_temp
  set enable_seqscan = off as $$
declare
  organisation constant uuid := uketome_organisation();
  sought constant tsquery := case when days is null then asked else asked && complaints_on(first_day, way, days) end;
begin
  return query select s.complaint_id, s.received_at from complaints_search s
    where s.organisation_id = organisation and s.terms @@ sought;
end
$$;

-- How many there are, up to `most`.
create function complaints_found_count(asked tsquery, latest timestamptz, most int) returns int
  language plpgsql stable security definer
  set search_path = pg_catalog, public, pg_temp
  set enable_seqscan = off as $$
declare
  organisation constant uuid := uketome_organisation();
begin
  return complaints_count(organisation, asked, latest, most);
end
$$;

-- The `wanted` newest finds older than one place and newer than another (null: no bound), or, rising, the oldest of them,
-- after `passed` others. The days nearest to where one begins are read until there are enough, at most 79: then `total` is how many
-- were looked at, and there may be more. Where the days promise too few all finds are read, sorted and counted.
-- `latest` is when the last complaint came in.
create function complaints_found_page(
  asked tsquery, latest timestamptz, older_at timestamptz, older_id uuid, newer_at timestamptz, newer_id uuid,
  rising boolean, passed int, wanted int)
  returns table (total int, is_at_least boolean, ids uuid[])
  language plpgsql stable security definer rows 1
  set search_path = pg_catalog, public, pg_temp
  set enable_seqscan = off as $$
declare
  organisation constant uuid := uketome_organisation();
  -- Nobody walks so far by days.
  far constant int := 1000;
  most_days constant int := 79;
  -- One more than the page holds tells whether there are more.
  enough constant int := passed + wanted + 1;
  place constant text :=
    '($1 is null or (s.received_at, s.complaint_id) < ($1, $2))
     and ($3 is null or (s.received_at, s.complaint_id) > ($3, $4))';
  sorted constant text := format('order by s.received_at %1$s, s.complaint_id %1$s', case when rising then 'asc' else 'desc' end);
  of_days constant text := format(
    'select array(select s.complaint_id from complaints_search s
       where s.organisation_id = $5 and s.terms @@ $6 and %s %s limit $7)', place, sorted);
  of_all constant text := format(
    'with s as materialized (
       select s.complaint_id, s.received_at from complaints_search s where s.organisation_id = $5 and s.terms @@ $6)
     select (select count(*) from s), array(select s.complaint_id from s where %s %s offset $7 limit $8)', place, sorted);
  way constant int := case when rising then 1 else -1 end;
  first_day date := (case when rising then newer_at else least(older_at, latest) end) at time zone 'UTC';
  days int := 1;
  looked int := 0;
  more uuid[];
begin
  if passed < far and first_day is not null then
    ids := '{}';
    loop
      execute of_days into more using older_at, older_id, newer_at, newer_id,
        organisation, asked && complaints_on(first_day, way, days), enough - cardinality(ids);
      ids := ids || more;
      if cardinality(ids) = enough then
        total := enough;
        is_at_least := true;
        ids := ids[passed + 1 : passed + wanted];
        return next;
        return;
      end if;
      first_day := first_day + way * days;
      looked := looked + days;
      -- After three days: what so many promise at this rate.
      exit when looked >= most_days or (looked >= 3 and cardinality(ids) * most_days < enough * looked);
      -- Twice as many as before, unless fewer will do at this rate. What costs is days times days.
      days := least(16, most_days - looked, days * 2,
        1 + (enough - cardinality(ids)) * looked * 5 / (greatest(cardinality(ids), 1) * 4));
    end loop;
  end if;
  execute of_all into total, ids using older_at, older_id, newer_at, newer_id, organisation, asked, passed, wanted;
  is_at_least := false;
  return next;
end
$$;

-- One column holds all terms of a complaint, and with them two that no text has: the day it came in and whether it is
-- open. So a search reads the newest days alone, and among open ones only those (decision 61).
drop function complaints_found(tsquery, tsquery);
drop index complaints_search_grams_idx;
drop index complaints_search_words_idx;
alter table complaints_search rename column grams to terms;

do $$
declare
  org uuid;
begin
  for org in select id from access_organisations loop
    perform set_config('uketome.organisation', org::text, true);
    update complaints_search s
      set terms = s.terms || s.words || array_to_tsvector(array[
        case when s.is_closed then '@closed' else '@open' end,
        '@' || to_char(s.received_at at time zone 'UTC', 'YYYY-MM-DD')])
      where s.organisation_id = org;
  end loop;
  perform set_config('uketome.organisation', '', true);
end
$$;

alter table complaints_search drop column words, drop column is_closed;
-- What is gathered is read with each search, so it stays small.
create index complaints_search_terms_idx on complaints_search using gin (terms)
  with (fastupdate = on, gin_pending_list_limit = 512);

-- Behind a wall PostgreSQL uses no index for an operator that could tell of other rows (@@ is one): a search by the
-- desk's role would read every row. So it is asked through these doors, which name the organisation themselves.
create function complaints_found(asked tsquery)
  returns table (complaint_id uuid, received_at timestamptz)
  language plpgsql stable security definer rows 500
  set search_path = pg_catalog, public, pg_temp
  set enable_seqscan = off as $$
declare
  organisation constant uuid := uketome_organisation();
begin
  return query select s.complaint_id, s.received_at from complaints_search s
    where s.organisation_id = organisation and s.terms @@ asked;
end
$$;

-- `days` days from one on, backwards or forwards, as the terms of any of them.
create function complaints_on(first_day date, way int, days int) returns tsquery
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select string_agg(quote_literal('@' || to_char(first_day + way * nth, 'YYYY-MM-DD')), '|')::tsquery
    from generate_series(0, days - 1) nth
$$;

-- How many are found, up to `most`. As long as the newest days promise so many in 64, eight more are counted, and the years
-- before are not looked at. Otherwise all finds are counted.
create function complaints_count(organisation uuid, asked tsquery, latest timestamptz, most int) returns int
  language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
declare
  many int := 0;
  last_day constant date := latest at time zone 'UTC';
begin
  for eighth in 0..7 loop
    many := many + (select count(*) from (
      select from complaints_search s
       where s.organisation_id = organisation and s.terms @@ (asked && complaints_on(last_day - 8 * eighth, -1, 8))
       limit most) found);
    if many >= most then
      return most;
    end if;
    exit when many * 8 < most * (eighth + 1);
  end loop;
  select count(*) into many from (
    select from complaints_search s where s.organisation_id = organisation and s.terms @@ asked limit most) found;
  return many;
end
$$;
-- What is asked below is asked for the owner, whatever the desk's role may do.
revoke execute on function complaints_count(uuid, tsquery, timestamptz, int) from public;

-- The `wanted` newest finds older than one place and newer than another (null: no bound), or, rising, the oldest of them,
-- after `passed` others. Of many finds the days nearest to where one begins are read until there are enough, at most 79; `latest` is when the last complaint came in. No more than `counted` are counted.
create function complaints_found_page(
  asked tsquery, latest timestamptz, older_at timestamptz, older_id uuid, newer_at timestamptz, newer_id uuid,
  rising boolean, passed int, wanted int, counted int)
  returns table (total int, is_at_least boolean, ids uuid[])
  language plpgsql stable security definer rows 1
  set search_path = pg_catalog, public, pg_temp
  set enable_seqscan = off as $$
declare
  organisation constant uuid := uketome_organisation();
  -- So few are sorted faster than searched for day by day.
  few constant int := 1000;
  page constant text := format(
    'select array(select s.complaint_id from complaints_search s
       where s.organisation_id = $1 and s.terms @@ $2
         and ($3 is null or (s.received_at, s.complaint_id) < ($3, $4))
         and ($5 is null or (s.received_at, s.complaint_id) > ($5, $6))
       order by s.received_at %1$s, s.complaint_id %1$s offset $7 limit $8)',
    case when rising then 'asc' else 'desc' end);
  way constant int := case when rising then 1 else -1 end;
  first_day date := (case when rising then newer_at else least(older_at, latest) end) at time zone 'UTC';
  days int := 1;
  more uuid[];
begin
  total := complaints_count(organisation, asked, latest, counted + 1);
  is_at_least := total > counted;
  total := least(total, counted);
  if total > few and passed < few and first_day is not null then
    ids := '{}';
    for round in 1..8 loop
      execute page into more using
        organisation, asked && complaints_on(first_day, way, days), older_at, older_id, newer_at, newer_id, 0, passed + wanted - cardinality(ids);
      ids := ids || more;
      if cardinality(ids) = passed + wanted then
        ids := ids[passed + 1:];
        return next;
        return;
      end if;
      first_day := first_day + way * days;
      -- What costs is days times days.
      days := least(16, days * 2);
    end loop;
  end if;
  execute page into ids using
    organisation, asked, older_at, older_id, newer_at, newer_id, passed, wanted;
  return next;
end
$$;

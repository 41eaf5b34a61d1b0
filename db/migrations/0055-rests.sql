-- Who is not to be given anything now is asked by every room that chooses somebody, so it stands with the members. Until
-- when is for that member alone and for timers: whoever reads the table by SQL finds out nothing about a colleague.
alter table assignment_rests rename to access_rests;
create policy confined on access_rests as restrictive
  using (member_id = uketome_member() or uketome_room() is not null)
  with check (member_id = uketome_member() or uketome_room() is not null);

-- The members who rest at an instant, and nothing else of it. The room is named inside and taken back: a function may carry
-- such a setting with it only where its owner is a superuser, which nobody is on a managed server.
create function uketome_resting(asked_at timestamptz) returns setof uuid
  language plpgsql stable as $$
  declare
    asking text := coalesce(current_setting('uketome.room', true), '');
  begin
    perform set_config('uketome.room', 'access', true);
    return query select member_id from access_rests where until_at > asked_at;
    perform set_config('uketome.room', asking, true);
  end
  $$;

-- Somebody may be sent to rest by another. What is over is taken away; a longer rest is not made shorter.
create function uketome_rest(resting uuid, of_organisation uuid, rests_until timestamptz, rests_from timestamptz) returns void
  language plpgsql volatile as $$
  declare
    asking text := coalesce(current_setting('uketome.room', true), '');
  begin
    perform set_config('uketome.room', 'access', true);
    delete from access_rests where until_at <= rests_from;
    insert into access_rests (member_id, organisation_id, until_at) values (resting, of_organisation, rests_until)
      on conflict (member_id) do update set until_at = greatest(access_rests.until_at, excluded.until_at);
    perform set_config('uketome.room', asking, true);
  end
  $$;

-- What outside telephone exchanges were told last of a member, per address: can answer, or cannot. Never why.
create table webhooks_availability (
  endpoint_id uuid not null references webhooks_endpoints (id) on delete cascade,
  member_id uuid not null references access_members (id),
  organisation_id uuid not null,
  can_answer boolean not null,
  primary key (endpoint_id, member_id)
);
call uketome_confine('webhooks_availability', $$ uketome_room() = 'webhooks' $$);

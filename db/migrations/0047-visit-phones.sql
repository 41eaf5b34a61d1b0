-- A phone that carries one visit, without a sign-in: whoever has its token may press for this person on this visit.
create table visits_phones (
  id uuid primary key,
  organisation_id uuid not null,
  visit_id uuid not null references visits (id) on delete cascade,
  member_id uuid not null,
  -- SHA-256 of the token; the phone alone has the token.
  token_hash text not null unique,
  -- PINs come sealed for this pair; the private half is sealed by the vault.
  public_key text not null,
  private_key text not null,
  carried_at timestamptz not null,
  seen_at timestamptz,
  laid_down_at timestamptz
);
create index on visits_phones (organisation_id, visit_id, member_id);

-- PINs that were neither: by the id of the press, so that the same press counts once.
create table visits_pin_tries (
  id uuid primary key,
  organisation_id uuid not null,
  visit_id uuid not null references visits (id) on delete cascade,
  member_id uuid not null,
  tried_at timestamptz not null
);
create index on visits_pin_tries (organisation_id, visit_id);

call uketome_wall('visits_phones');
call uketome_wall('visits_pin_tries');

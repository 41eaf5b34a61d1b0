-- Somebody asks for what is beyond their own authority; somebody else decides. The timeline says the same.
create table remedies_approvals (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  what text not null check (what in ('remedy', 'words')),
  state text not null check (state in ('asked', 'granted', 'refused', 'expired', 'withdrawn', 'used')),
  -- Who may decide at least.
  needs text not null check (needs in ('supervisor', 'admin')),
  -- What exactly is asked, as it was shown when it was asked.
  asked jsonb not null,
  -- SHA-256 of the words that an approval of words opens; of no others.
  text_hash text,
  -- What the money in it comes to.
  amount_yen integer,
  asked_at timestamptz not null,
  asked_by uuid not null references access_members (id),
  remind_at timestamptz not null,
  reminded_at timestamptz,
  expires_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references access_members (id),
  on_behalf_of uuid references access_members (id),
  condition text,
  words text,
  holds_until timestamptz,
  used_at timestamptz,
  used_for uuid
);
create index on remedies_approvals (organisation_id, asked_at) where state = 'asked';
create index on remedies_approvals (organisation_id, decided_at);
create index on remedies_approvals (complaint_id);
call uketome_wall('remedies_approvals');

-- While somebody is away, somebody else decides with their authority: from a day to a day, both included.
create table remedies_delegations (
  id uuid primary key,
  organisation_id uuid not null,
  from_id uuid not null references access_members (id),
  to_id uuid not null references access_members (id),
  starts_on date not null,
  ends_on date not null,
  note text not null,
  made_at timestamptz not null,
  made_by text not null,
  ended_at timestamptz,
  ended_by text
);
create index on remedies_delegations (organisation_id, ends_on) where ended_at is null;
call uketome_wall('remedies_delegations');

create table remedies_settings (
  organisation_id uuid primary key,
  limits jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null
);
call uketome_wall('remedies_settings');

-- Goodwill: what a department may give in a period although nobody owes it. Null: the whole company.
create table remedies_budgets (
  id uuid primary key,
  organisation_id uuid not null,
  department text,
  starts_on date not null,
  ends_on date not null,
  limit_yen integer not null check (limit_yen >= 0),
  changed_at timestamptz not null,
  changed_by text not null
);
create index on remedies_budgets (organisation_id, starts_on, ends_on);
call uketome_wall('remedies_budgets');

-- What was offered, in the shape in which like is compared with like and a budget is added up.
create table remedies_grants (
  offer_id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  kind text not null,
  label text not null,
  amount_yen integer,
  price_yen integer,
  cause text,
  product text,
  answer text not null,
  offered_at timestamptz not null,
  offered_by text not null,
  approval_id uuid,
  budget_id uuid references remedies_budgets (id),
  released_at timestamptz
);
create index on remedies_grants (organisation_id, cause, product);
create index on remedies_grants (budget_id) where budget_id is not null;
create index on remedies_grants (complaint_id);
call uketome_wall('remedies_grants');

-- Can it be done? The last answer about each remedy, by the company's own system or by a person.
create table remedies_feasibility (
  complaint_id uuid not null references complaints (id),
  rule_id uuid not null,
  organisation_id uuid not null,
  is_feasible boolean not null,
  words text not null,
  source text not null check (source in ('connector', 'operator')),
  at timestamptz not null,
  primary key (complaint_id, rule_id)
);
call uketome_wall('remedies_feasibility');

-- The company's own system that knows stock and dates. The secret is sealed.
create table remedies_connectors (
  organisation_id uuid primary key,
  url text not null,
  secret text not null,
  is_on boolean not null,
  changed_at timestamptz not null,
  changed_by text not null
);
call uketome_wall('remedies_connectors');

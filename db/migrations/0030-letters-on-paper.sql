-- What stands on every letter of the company: editions, the latest holds, the earlier ones stay.
create table letters_letterheads (
  id uuid primary key,
  organisation_id uuid not null,
  content jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create index on letters_letterheads (organisation_id, changed_at);
call uketome_wall('letters_letterheads');

-- Letters that were issued on paper, byte for byte.
create table letters_papers (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  kind text not null,
  format text not null check (format in ('pdf', 'docx')),
  subject text not null,
  addressee text not null,
  -- The letter as it was typed, and the reasons the gate was given.
  content jsonb not null,
  reasons jsonb not null default '[]',
  bytes bytea,
  sha256 text not null,
  size integer not null,
  made_at timestamptz not null,
  made_by text not null
);
alter table letters_papers alter column bytes set storage external;
create index on letters_papers (complaint_id, made_at);
call uketome_wall('letters_papers');

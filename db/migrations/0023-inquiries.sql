-- Departments that are asked out of a complaint, administered in the settings.
create table inquiries_departments (
  id uuid primary key,
  organisation_id uuid not null,
  name text not null,
  address text not null,
  -- Who is told when nobody answers; empty: only our own supervisors.
  head_name text not null default '',
  head_address text not null default '',
  -- Names of those who answer for it.
  people text[] not null default '{}',
  -- Business days they usually need, in their own hours.
  usual_days integer not null,
  opens text not null,
  closes text not null,
  is_on boolean not null default true,
  changed_at timestamptz not null,
  changed_by text not null
);
create index on inquiries_departments (organisation_id, name);
call uketome_wall('inquiries_departments');

create table inquiries_settings (
  organisation_id uuid primary key,
  -- Where people reach this desk: links in mails begin with it.
  desk_url text not null,
  -- How long a link opens its request after the date.
  link_days integer not null,
  changed_at timestamptz not null,
  changed_by text not null
);
call uketome_wall('inquiries_settings');

-- Requests as they stand now. What was asked and answered is in the timeline of the complaint.
create table inquiries (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  department_id uuid not null references inquiries_departments (id),
  asked_by uuid not null references access_members (id),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  state text not null check (state in ('asked', 'asked-back', 'answered', 'declined', 'withdrawn')),
  -- What was chosen to be shown: ids of facts and files, names of particulars, and whether with personal data.
  shown jsonb not null,
  -- The promise to us that this request is.
  commitment_id uuid not null,
  -- SHA-256 of what only the link has, and of what opens its way for files; null: the link was taken back.
  token_hash text,
  files_hash text,
  -- The same token, sealed by platform/vault, so that a reminder can carry the same link.
  token_sealed text,
  link_round integer not null default 1,
  expires_at timestamptz not null,
  read_at timestamptz,
  answered_at timestamptz,
  -- Dates that were moved before: [{at, previousDueAt, dueAt, reason, byName, wasBroken}]
  moves jsonb not null default '[]',
  -- Which reminder was sent last for the present date.
  reminded text,
  escalated_at timestamptz,
  unique (organisation_id, token_hash),
  unique (organisation_id, files_hash)
);
create index on inquiries (complaint_id, asked_at);
create index on inquiries (organisation_id, due_at) where state in ('asked', 'asked-back');
create index on inquiries (organisation_id, department_id, asked_at);
call uketome_wall('inquiries');

-- Letters to departments go through the same outbox, and never into the customer's thread.
alter table letters drop constraint letters_kind_check;
alter table letters add constraint letters_kind_check check (kind in ('reply', 'acknowledgement', 'inquiry'));
-- What stands for the link in the text, sealed: only the message that leaves has it.
alter table letters add column link_sealed text;
-- The request that a letter to a department belongs to.
alter table letters add column about_id uuid;
alter table intake_sent_mails add column is_inside boolean not null default false;
alter table intake_mails add column is_inside boolean not null default false;

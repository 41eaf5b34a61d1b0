-- Files of a complaint: photos, videos, scans. The bytes lie in pieces, so that nobody ever holds a whole file.
create table complaints_evidence (
  id uuid primary key,
  organisation_id uuid not null,
  -- Whom it is meant for: a form sends its photos before its words, so that complaint may not exist yet.
  for_id uuid not null,
  -- Set when it has become part of the record, together with the entry that says so.
  complaint_id uuid references complaints (id),
  name text not null,
  note text not null default '',
  size bigint not null,
  received bigint not null default 0,
  -- Found from the bytes once all of them are here; null before.
  type text,
  sha256 text,
  by text not null,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index on complaints_evidence (for_id);
create index on complaints_evidence (complaint_id) where complaint_id is not null;
create index on complaints_evidence (organisation_id, created_at) where complaint_id is null;
call uketome_wall('complaints_evidence');

create table complaints_evidence_pieces (
  evidence_id uuid not null references complaints_evidence (id) on delete cascade,
  organisation_id uuid not null,
  -- The byte of the file with which this piece begins.
  position bigint not null,
  bytes bytea not null,
  primary key (evidence_id, position)
);
-- Photos and videos are packed already.
alter table complaints_evidence_pieces alter column bytes set storage external;
call uketome_wall('complaints_evidence_pieces');

create table complaints_evidence_limits (
  organisation_id uuid primary key,
  largest_megabytes int not null,
  most_files int not null,
  changed_at timestamptz not null,
  changed_by text not null
);
call uketome_wall('complaints_evidence_limits');

-- Which sites may show the form inside their own pages.
create table intake_web_forms (
  organisation_id uuid primary key,
  framed_by text[] not null,
  changed_at timestamptz not null,
  changed_by text not null
);
call uketome_wall('intake_web_forms');

-- What stands, or stood, under a review in our name: each edit is a version of its own, kept to the letter.
create table letters_public_replies (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  version integer not null check (version > 0),
  site text not null,
  url text,
  -- Null once the personal data of the complaint are erased; the hash stays.
  text text,
  sha256 text not null,
  reasons jsonb not null default '[]',
  posted_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  replaced_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  unique (complaint_id, version)
);
-- One reply stands at a time.
create unique index on letters_public_replies (complaint_id)
  where replaced_at is null and withdrawn_at is null;
call uketome_wall('letters_public_replies');

-- A reply that is being written, for everybody at the desk to go on with.
create table letters_public_drafts (
  complaint_id uuid primary key references complaints (id),
  organisation_id uuid not null,
  text text not null,
  saved_at timestamptz not null,
  saved_by text not null
);
create index on letters_public_drafts (organisation_id);
call uketome_wall('letters_public_drafts');

-- `reply_id`: the words that stand in public; as long as they do, nobody takes back that we answered.
alter table intake_reviews
  add column reply_id uuid,
  drop constraint intake_reviews_status_check,
  add constraint intake_reviews_status_check check (
    status in ('open', 'checking', 'answered', 'answered-elsewhere', 'moved-to-private', 'left-alone')
  );

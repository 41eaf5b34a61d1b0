-- A reply while it is being written. One is open per complaint, and whoever may write goes on with it.
create table letters_drafts (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  -- Counts the saves.
  version integer not null,
  content jsonb not null,
  begun_at timestamptz not null,
  begun_by text not null,
  saved_at timestamptz not null,
  saved_by text not null,
  -- The open composer that saved it last.
  hand uuid not null,
  state text not null default 'open' check (state in ('open', 'sent', 'discarded', 'erased')),
  closed_at timestamptz,
  closed_by text,
  letter_id uuid references letters (id)
);
create unique index on letters_drafts (complaint_id) where state = 'open';
create index on letters_drafts (complaint_id, closed_at);
call uketome_wall('letters_drafts');

-- Earlier states of a draft, thinned with age. Aside: a save that somebody else had overtaken, kept for whoever wrote it.
create table letters_draft_points (
  id uuid primary key,
  organisation_id uuid not null,
  draft_id uuid not null references letters_drafts (id) on delete cascade,
  version integer not null,
  content jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null,
  hand uuid not null,
  is_aside boolean not null default false
);
create index on letters_draft_points (draft_id, version);
call uketome_wall('letters_draft_points');

-- Who has the reply of a complaint open now; a lease that ends with the browser.
create table letters_draft_hands (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  member_id uuid not null references access_members (id),
  doing text not null check (doing in ('reading', 'open', 'typing')),
  seen_at timestamptz not null
);
create index on letters_draft_hands (complaint_id);
call uketome_wall('letters_draft_hands');

-- What a second person says about a stretch of a draft, and what became of it.
create table letters_draft_comments (
  id uuid primary key,
  organisation_id uuid not null,
  draft_id uuid not null references letters_drafts (id) on delete cascade,
  kind text not null check (kind in ('comment', 'suggestion')),
  -- The stretch: its words, what stood around them, and where it begins (UTF-16).
  quote text not null,
  before text not null,
  after text not null,
  place integer not null,
  words text not null,
  replacement text,
  made_at timestamptz not null,
  made_by text not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'done', 'withdrawn')),
  answer text,
  settled_at timestamptz,
  settled_by text
);
create index on letters_draft_comments (draft_id, made_at);
call uketome_wall('letters_draft_comments');

-- A colleague is asked to look at a draft.
create table letters_draft_looks (
  id uuid primary key,
  organisation_id uuid not null,
  draft_id uuid not null references letters_drafts (id) on delete cascade,
  asked_id uuid not null references access_members (id),
  asked_by uuid not null references access_members (id),
  words text not null,
  asked_at timestamptz not null,
  looked_at timestamptz
);
create index on letters_draft_looks (draft_id);
create index on letters_draft_looks (asked_id) where looked_at is null;
call uketome_wall('letters_draft_looks');

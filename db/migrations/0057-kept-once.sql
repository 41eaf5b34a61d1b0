-- The bytes of files: kept once for an organisation however often they were sent, here in pieces or in a store outside.
create table complaints_contents (
  id uuid primary key,
  organisation_id uuid not null,
  size bigint not null,
  -- Known once all bytes are here.
  sha256 text,
  -- True once they lie in the store outside, under organisation/id, and no longer in pieces here.
  is_outside boolean not null default false,
  created_at timestamptz not null
);
create unique index on complaints_contents (organisation_id, sha256) where sha256 is not null;
create index on complaints_contents (organisation_id) where not is_outside;
call uketome_wall('complaints_contents');

alter table complaints_evidence add column content_id uuid;
alter table complaints_evidence_pieces drop constraint complaints_evidence_pieces_evidence_id_fkey;
alter table complaints_evidence_pieces rename to complaints_pieces;
alter table complaints_pieces rename column evidence_id to content_id;

-- What came before is kept once from now on, too.
do $$
declare
  org uuid;
begin
  for org in select id from access_organisations loop
    perform set_config('uketome.organisation', org::text, true);
    update complaints_evidence e
      set content_id = coalesce(
        (select first.id from complaints_evidence first
           where first.organisation_id = org and first.sha256 = e.sha256
           order by first.created_at, first.id limit 1), e.id)
      where e.organisation_id = org;
    insert into complaints_contents (id, organisation_id, size, sha256, created_at)
      select id, organisation_id, size, sha256, created_at from complaints_evidence
        where organisation_id = org and content_id = id;
    delete from complaints_pieces p
      where p.organisation_id = org and not exists (select from complaints_contents c where c.id = p.content_id);
  end loop;
  perform set_config('uketome.organisation', '', true);
end
$$;

alter table complaints_evidence alter column content_id set not null;
alter table complaints_evidence add foreign key (content_id) references complaints_contents (id);
create index on complaints_evidence (content_id);
alter table complaints_pieces add foreign key (content_id) references complaints_contents (id) on delete cascade;

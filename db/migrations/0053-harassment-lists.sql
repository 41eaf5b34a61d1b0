-- From which day a setting of the company's standards holds; those that were set before hold from that day.
alter table harassment_standards add column effective_on date;
update harassment_standards set effective_on = (set_at at time zone 'Asia/Tokyo')::date;
alter table harassment_standards alter column effective_on set not null;

-- A judgement as lists need it: for whom it waits, and since when. Its words are in the timeline alone.
create table harassment_judgements (
  id uuid primary key,
  organisation_id uuid not null,
  complaint_id uuid not null references complaints (id),
  state text not null check (state in ('proposed', 'decided', 'returned')),
  verdict text not null check (verdict in ('is', 'is-not', 'open')),
  -- The judgement that new facts make us look at again.
  reconsiders uuid,
  proposed_by uuid not null references access_members (id),
  proposed_at timestamptz not null,
  settled_at timestamptz
);
create index on harassment_judgements (organisation_id, proposed_at);
call uketome_wall('harassment_judgements');

insert into harassment_judgements
  (id, organisation_id, complaint_id, state, verdict, reconsiders, proposed_by, proposed_at, settled_at)
select (proposed.payload ->> 'judgementId')::uuid, proposed.organisation_id, proposed.complaint_id,
  case settled.type
    when 'harassment.verdict-decided' then 'decided'
    when 'harassment.judgement-returned' then 'returned'
    else 'proposed'
  end,
  proposed.payload ->> 'verdict', (proposed.payload ->> 'reconsiders')::uuid,
  (proposed.payload ->> 'byId')::uuid, proposed.at, settled.at
from complaints_timeline proposed
left join complaints_timeline settled
  on settled.complaint_id = proposed.complaint_id
  and settled.type in ('harassment.verdict-decided', 'harassment.judgement-returned')
  and settled.payload ->> 'judgementId' = proposed.payload ->> 'judgementId'
where proposed.type = 'harassment.judgement-proposed' and proposed.payload is not null;

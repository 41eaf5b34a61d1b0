import { Plus, UsersRound } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { Section } from '#kit/Section.tsx'
import { listDesks, type Desk, type MemberProfile } from '../contract.ts'
import { desksMessages } from '../desks/messages.ts'
import { skillName } from '../wording/rules.ts'
import { Absences } from './parts/Absences.tsx'
import { TargetTable } from './parts/TargetTable.tsx'

const DeskDialog = later(() => import('./parts/DeskDialog.tsx'))
const ProfileDialog = later(() => import('./parts/ProfileDialog.tsx'))

/** Desks, what people know, absences, and by when one answers. */
export default function DeskSettings(props: { mayChange: boolean; mayLead: boolean }) {
  const setup = useAnswer(listDesks, {}, { live: true })
  return (
    <div className="flex flex-col gap-8">
      <Answering answer={setup}>
        {({ desks, members }) => (
          <>
            <Desks desks={desks} members={members} mayChange={props.mayChange} />
            <TargetTable desks={desks} mayChange={props.mayChange} />
            <Absences members={members} mayLead={props.mayLead} />
            <People members={members} mayLead={props.mayLead} />
          </>
        )}
      </Answering>
    </div>
  )
}

function Desks(props: { desks: Desk[]; members: MemberProfile[]; mayChange: boolean }) {
  const { settings: words } = useMessages(desksMessages).words
  const [open, setOpen] = useState<{ id: string; desk: Desk | null } | null>(null)
  return (
    <Section
      title={words.desks}
      icon={UsersRound}
      aside={
        props.mayChange ? (
          <Button
            size="small"
            icon={<Plus aria-hidden size={15} />}
            onPress={() => setOpen({ id: browserIds.next(), desk: null })}
          >
            {words.addDesk}
          </Button>
        ) : null
      }
    >
      <p className="text-sm text-sub">
        {props.desks.length === 0 ? words.noDesks : words.desksLead}
      </p>
      <ul className="card divide-y divide-line-soft empty:hidden">
        {props.desks.map((desk) => (
          <li key={desk.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
            <span className="min-w-40 flex-1">
              <span className="font-semibold">{desk.name}</span>
              <span className="block text-sm text-sub">
                {[
                  words.memberCount({ count: desk.memberIds.length }),
                  desk.hours ? `${desk.hours.opens}〜${desk.hours.closes}` : words.companyHours,
                  ...desk.skills.map(({ word }) => skillName(word, 'ja')),
                ].join('　')}
              </span>
            </span>
            {props.mayChange ? (
              <Button size="small" onPress={() => setOpen({ id: desk.id, desk })}>
                {words.editDesk({ name: desk.name })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Suspense>
        {open ? (
          <DeskDialog {...open} members={props.members} onClose={() => setOpen(null)} />
        ) : null}
      </Suspense>
    </Section>
  )
}

function People(props: { members: MemberProfile[]; mayLead: boolean }) {
  const { settings: words } = useMessages(desksMessages).words
  const [open, setOpen] = useState<MemberProfile | null>(null)
  return (
    <Section title={words.people} icon={UsersRound}>
      <p className="text-sm text-sub">{words.peopleLead}</p>
      <ul className="card divide-y divide-line-soft">
        {props.members.map((member) => (
          <li
            key={member.memberId}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2"
          >
            <span className="min-w-40 flex-1">
              <span className="font-semibold">{member.name}</span>
              <span className="ms-3 text-sm text-sub">
                {member.skills.map(({ word }) => skillName(word, 'ja')).join('、')}
              </span>
            </span>
            <span data-figures className="text-sm text-sub">
              {words.carries}　{member.carries}
            </span>
            {props.mayLead ? (
              <Button
                size="small"
                label={`${member.name} ${words.edit}`}
                onPress={() => setOpen(member)}
              >
                {words.edit}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Suspense>
        {open ? <ProfileDialog member={open} onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </Section>
  )
}

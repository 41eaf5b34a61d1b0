import { Link } from '@tanstack/react-router'
import { FileArchive, History, ShieldHalf } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { LineForm } from '#kit/LineForm.tsx'
import { Section } from '#kit/Section.tsx'
import { Moment } from '#kit/Time.tsx'
import { readProtection } from '../contract.ts'
import { readingMessages } from '../reading/messages.ts'
import { Accusations } from './parts/Accusations.tsx'
import type { Opened } from './parts/fields.ts'
import { Instructions } from './parts/Instructions.tsx'
import { Keeping } from './parts/Keeping.tsx'
import { Notes } from './parts/Notes.tsx'
import { Posts } from './parts/Posts.tsx'
import { Sheets } from './parts/Sheets.tsx'

const PackDialog = later(() => import('./parts/PackDialog.tsx'))

/** The protective record of one complaint, behind the question why. */
export default function ProtectionDesk({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(readingMessages)
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState<string | null>(null)
  return (
    <div className="flex flex-col gap-6">
      <p className="max-w-prose text-sm text-sub">{words.lead}</p>
      {reason === null ? (
        <LineForm
          label={words.why}
          hint={words.whyHint}
          value={typed}
          onChange={setTyped}
          onSave={() => setReason(typed.trim())}
          saveLabel={words.open}
          isRequired
          autoFocus
        />
      ) : (
        <Open complaintId={complaintId} reason={reason} />
      )}
    </div>
  )
}

function Open({ complaintId, reason }: { complaintId: string; reason: string }) {
  const { words } = useMessages(readingMessages)
  const answer = useAnswer(readProtection, { params: { complaintId }, body: { reason } })
  return (
    <Answering answer={answer} skeletonLines={8}>
      {(opened) => (
        <>
          <h2 className="text-base">{words.toNow({ number: opened.number })}</h2>
          <Others opened={opened} />
          <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
            <div className="flex min-w-0 flex-col gap-8">
              <Instructions complaintId={complaintId} opened={opened} />
              <Notes complaintId={complaintId} opened={opened} />
              <Posts complaintId={complaintId} opened={opened} />
              <Sheets opened={opened} />
            </div>
            <div className="flex min-w-0 flex-col gap-8">
              <Packs complaintId={complaintId} opened={opened} />
              <Accusations complaintId={complaintId} opened={opened} />
              <Keeping complaintId={complaintId} opened={opened} />
              <Readings opened={opened} />
            </div>
          </div>
        </>
      )}
    </Answering>
  )
}

function Others({ opened }: { opened: Opened }) {
  const { words } = useMessages(readingMessages)
  if (opened.others.length === 0) return null
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {words.others}
      {opened.others.map(({ complaintId, number }) => (
        <Link
          key={complaintId}
          to="/protection/$complaintId"
          params={{ complaintId }}
          className="tap text-accent underline underline-offset-4"
        >
          {number}
        </Link>
      ))}
    </p>
  )
}

function Packs({ complaintId, opened }: { complaintId: string; opened: Opened }) {
  const { words } = useMessages(readingMessages)
  const [isOpen, setOpen] = useState(false)
  const { packs } = opened.record
  return (
    <Section title={words.packs} icon={FileArchive} count={packs.length}>
      <Button
        kind="primary"
        keys="e"
        label={words.pack}
        className="self-start"
        icon={<ShieldHalf aria-hidden size={17} />}
        onPress={() => setOpen(true)}
      >
        {words.pack}
      </Button>
      <ul className="flex flex-col gap-2 text-sm">
        {packs.toReversed().map((pack) => (
          <li key={pack.packId} className="card px-4 py-2.5">
            <p>{words.packLine(pack)}</p>
            <p className="text-xs text-sub">
              <Moment at={pack.at} always="both" />　{pack.byName}
            </p>
            <p className="text-xs text-sub wrap-anywhere">SHA-256 {pack.sha256}</p>
          </li>
        ))}
      </ul>
      {isOpen ? (
        <Suspense>
          <PackDialog complaintId={complaintId} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </Section>
  )
}

function Readings({ opened }: { opened: Opened }) {
  const { words } = useMessages(readingMessages)
  return (
    <Section title={words.readings} icon={History} count={opened.readings.length} folds="shut">
      <ul className="flex flex-col gap-1.5 text-sm">
        {opened.readings.map(({ at, byName, reason }) => (
          <li key={`${at} ${byName} ${reason}`}>
            <span className="text-sub">
              <Moment at={at} always="both" />　{byName}
            </span>
            <br />
            {reason}
          </li>
        ))}
      </ul>
    </Section>
  )
}

import { Link } from '@tanstack/react-router'
import { FileSearch, ShieldHalf } from 'lucide-react'
import { Suspense, useState } from 'react'
import { leaders, readViewer, type Viewer } from '#features/access/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { readStanding } from '../contract.ts'
import { protectionMessages } from '../messages.ts'
import { readingMessages } from '../reading/messages.ts'

const DisclosureDialog = later(() => import('./parts/DisclosureDialog.tsx'))

/** On the desk of a complaint: the way to the record for those named, and what leaders give out of the ordinary history. */
export default function ProtectionPanel({ complaintId }: { complaintId: string }) {
  const viewer = useAnswer(readViewer, {})
  if (viewer.state !== 'ready') return null
  const { roles } = viewer.value
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      {hasAny(roles, ['supervisor', 'consultation']) ? <Door complaintId={complaintId} /> : null}
      {hasAny(roles, leaders) ? <Disclosing complaintId={complaintId} /> : null}
    </div>
  )
}

function hasAny(roles: Viewer['roles'], wanted: readonly Viewer['roles'][number][]): boolean {
  return wanted.some((role) => roles.includes(role))
}

function Door({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(readingMessages)
  const standing = useAnswer(readStanding, {})
  const { clocks: kinds } = useMessages(protectionMessages)
  if (standing.state !== 'ready' || !standing.value.mayKeep) return null
  const clocks = standing.value.clocks.filter((each) => each.complaintId === complaintId)
  return (
    <Link
      to="/protection/$complaintId"
      params={{ complaintId }}
      className="tap inline-flex min-h-9 flex-wrap items-center gap-2 self-start text-sm text-accent underline underline-offset-4"
    >
      <ShieldHalf aria-hidden size={16} />
      {words.openRecord}
      {clocks.map(({ id, kind, dueOn, isOver }) => (
        <Badge key={id} tone={isOver ? 'red' : 'orange'}>
          {`${kinds[kind]} ${dueOn.replaceAll('-', '/')}`}
        </Badge>
      ))}
    </Link>
  )
}

function Disclosing({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(readingMessages)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        className="self-start"
        icon={<FileSearch aria-hidden size={16} />}
        onPress={() => setOpen(true)}
      >
        {words.disclose}
      </Button>
      {isOpen ? (
        <Suspense>
          <DisclosureDialog complaintId={complaintId} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

import { Flag, UserRoundCog } from 'lucide-react'
import { Suspense, useState, type ReactNode } from 'react'
import { readComplaint, type Complaint } from '#features/complaints/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { ChannelIcon } from '#features/complaints/ui/parts/ChannelIcon.tsx'
import { ComplaintBadges } from '#features/complaints/ui/parts/ComplaintBadges.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Due, Moment } from '#kit/Time.tsx'

type Slots = {
  readonly actions: ReactNode
  readonly onAssess: () => void
  /** How somebody is chosen to carry it, from the room that knows who could. */
  readonly assigning: (close: () => void) => ReactNode
  /** What stands below: by when an answer is owed, who else is here. */
  readonly children?: ReactNode
}

/** The head of the desk: which case, whose, how it stands, what is due next. */
export function CaseHead(props: Slots & { complaintId: string }) {
  const complaint = useAnswer(readComplaint, { params: { complaintId: props.complaintId } })
  if (complaint.state !== 'ready') return <div className="min-h-20" />
  return <Head {...props} complaint={complaint.value} />
}

function Head(props: Slots & { complaint: Complaint }) {
  const { complaint } = props
  const { words } = useMessages(complaintsMessages)
  const { words: record } = useMessages(recordMessages)
  const [isAssigning, setOpen] = useState(false)
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line-soft bg-surface px-4 py-3 sm:px-6">
      <div className="min-w-56 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 text-xs text-sub">
          <ChannelIcon channel={complaint.channel} />
          <span data-figures>{complaint.number}</span>
          <Moment at={complaint.receivedAt} always="both" />
          {complaint.nextDueAt && complaint.state !== 'closed' ? (
            <Due at={complaint.nextDueAt} withDate />
          ) : null}
        </p>
        <h2 className="clamp-1 text-xl">{complaint.subject}</h2>
        <p className="mt-1 flex flex-wrap items-center gap-1.5">
          <ComplaintBadges line={complaint} />
          <Button
            kind="quiet"
            size="small"
            keys="a"
            hidesKeys
            icon={<UserRoundCog aria-hidden size={15} />}
            onPress={() => setOpen(true)}
          >
            {complaint.owner ? words.owner({ name: complaint.owner.name }) : words.noOwner}
          </Button>
          <Button
            kind="quiet"
            size="small"
            icon={<Flag aria-hidden size={15} />}
            label={record.assess.title}
            keys="i"
            hidesKeys
            onPress={props.onAssess}
          >
            {complaint.severity ? words.severities[complaint.severity] : record.assess.none}
          </Button>
        </p>
        {props.children}
      </div>
      <div data-print="off" className="flex flex-wrap items-center gap-1.5">
        {props.actions}
      </div>
      <Suspense>{isAssigning ? props.assigning(() => setOpen(false)) : null}</Suspense>
    </header>
  )
}

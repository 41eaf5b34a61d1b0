import { CircleCheck, CirclePause, LoaderCircle, MailCheck, TriangleAlert } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useAgain } from '#kit/again.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { ListHead } from '#kit/ListHead.tsx'
import { Moment } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'
import { listMailboxes, saveMailbox, type Mailbox } from '../contract.ts'
import { mailboxesMessages } from '../messages.ts'
import { switched } from './parts/draft.ts'
import { Problem } from './parts/Problem.tsx'

const MailboxDialog = later(() =>
  import('./parts/MailboxDialog.tsx').then((module) => ({ default: module.MailboxDialog })),
)

/** Seconds: a connection comes and goes without anybody doing something in the desk. */
const lookAgain = 5

/** Where mail comes from, and how each mailbox is. */
export function Mailboxes() {
  const { words } = useMessages(mailboxesMessages)
  const answer = useAnswer(listMailboxes, {}, { live: true })
  const [edited, setEdited] = useState<Mailbox | 'new' | null>(null)
  useAgain(lookAgain, () => answer.state === 'loading' || answer.again())
  return (
    <div className="flex flex-col gap-4">
      <ListHead lead={words.lead} add={words.add} onAdd={() => setEdited('new')} />
      <Answering answer={answer}>
        {({ mailboxes }) =>
          mailboxes.length === 0 ? (
            <EmptyState icon={MailCheck} title={words.none}>
              {words.noneDetail}
            </EmptyState>
          ) : (
            <ul aria-label={words.list} className="card divide-y divide-line-soft">
              {mailboxes.map((mailbox) => (
                <Line key={mailbox.id} mailbox={mailbox} onEdit={() => setEdited(mailbox)} />
              ))}
            </ul>
          )
        }
      </Answering>
      <Suspense>
        {edited ? (
          <MailboxDialog
            mailbox={edited === 'new' ? null : edited}
            onClose={() => setEdited(null)}
          />
        ) : null}
      </Suspense>
    </div>
  )
}

function Line({ mailbox, onEdit }: { mailbox: Mailbox; onEdit: () => void }) {
  const { words } = useMessages(mailboxesMessages)
  const { address, displayName, isDefault, isOn, problem, problemDetail, lastMailAt } = mailbox
  const saving = useCommand(saveMailbox)
  async function turn(on: boolean) {
    const params = { mailboxId: mailbox.id }
    const answered = await saving.send({ params, body: switched(mailbox, on) })
    if (!answered.ok) return
    const text = on ? words.switchedOn({ address }) : words.switchedOff({ address })
    showToast({ text, undo: () => void turn(!on) })
  }
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="flex min-w-56 flex-1 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold wrap-anywhere">{address}</span>
          {displayName ? <span className="text-sm text-sub">{displayName}</span> : null}
          {isDefault ? <Badge tone="blue">{words.isDefault}</Badge> : null}
        </p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-sub">
          <State mailbox={mailbox} />
          {lastMailAt ? (
            <span>
              {words.lastMail} <Moment at={lastMailAt} />
            </span>
          ) : null}
        </p>
        {problem && isOn ? (
          <div className="text-sm text-red">
            <Problem problem={problem} detail={problemDetail} />
          </div>
        ) : null}
        <Refusal refusal={saving.refusal} />
      </div>
      <div className="flex gap-2">
        <Button size="small" label={words.editOf({ address })} onPress={onEdit}>
          {words.edit}
        </Button>
        <Button
          size="small"
          label={isOn ? words.switchOffOf({ address }) : words.switchOnOf({ address })}
          isBusy={saving.isSending}
          onPress={() => void turn(!isOn)}
        >
          {isOn ? words.switchOff : words.switchOn}
        </Button>
      </div>
    </li>
  )
}

const marks = {
  off: { tone: 'gray', icon: CirclePause },
  waiting: { tone: 'gray', icon: LoaderCircle },
  connected: { tone: 'green', icon: CircleCheck },
  trouble: { tone: 'red', icon: TriangleAlert },
} as const

/** A mailbox without IMAP is never connected: it waits for what is brought. */
function State({ mailbox }: { mailbox: Mailbox }) {
  const { words } = useMessages(mailboxesMessages)
  const { state, imap, isOn, takesLmtp } = mailbox
  return (
    <>
      {imap || !isOn ? (
        <Badge tone={marks[state].tone} icon={marks[state].icon}>
          {words.states[state]}
        </Badge>
      ) : (
        <Badge tone="gray">{words.noImap}</Badge>
      )}
      {isOn && takesLmtp ? <Badge tone="gray">{words.takesLmtpToo}</Badge> : null}
    </>
  )
}

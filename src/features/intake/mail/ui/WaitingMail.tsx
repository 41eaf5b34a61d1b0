import { Building2, CornerDownRight, Inbox, MailPlus, RotateCcw } from 'lucide-react'
import { mailMessages } from '#features/intake/mail/messages.ts'
import {
  listWaitingMail,
  mailKind,
  rereadMail,
  type MailLine,
} from '#features/intake/mail/contract.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Moment } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'
import { Letter } from './parts/Letter.tsx'

/** Mail that became no complaint: look at it, read it again, or receive it after all. */
export function WaitingMail({ mayBring }: { mayBring: boolean }) {
  const { words } = useMessages(mailMessages)
  const answer = useAnswer(listWaitingMail, {}, { live: true })
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-sub">{words.lead}</p>
      <Answering answer={answer}>
        {({ mails }) =>
          mails.length === 0 ? (
            <EmptyState icon={Inbox} title={words.none} />
          ) : (
            <ul aria-label={words.waiting} className="flex flex-col gap-3">
              {mails.map((mail) => (
                <Line key={mail.id} mail={mail} mayBring={mayBring} />
              ))}
            </ul>
          )
        }
      </Answering>
    </div>
  )
}

function Line(props: { mail: MailLine; mayBring: boolean }) {
  const { words } = useMessages(mailMessages)
  const { mail } = props
  const kind = mailKind.safeParse(mail.reason)
  const isBroken = mail.state === 'not-understood'
  const isDepartment = mail.reason === 'department'
  return (
    <li className="flex flex-col gap-2 rounded-xl border border-line-soft bg-surface px-4 py-3">
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <Badge tone={isBroken ? 'red' : 'gray'}>{words.states[mail.state]}</Badge>
        {kind.success ? <Badge tone="gray">{words.kinds[kind.data]}</Badge> : null}
        {isDepartment ? (
          <Badge tone="purple" icon={Building2}>
            {words.fromDepartment}
          </Badge>
        ) : null}
        <span className="text-sub">{mail.from || words.noSender}</span>
        <Moment at={mail.receivedAt} className="ms-auto text-2xs text-sub" />
      </div>
      {isBroken ? <p className="text-sm">{words.reasons[whyOf(mail.reason)]}</p> : null}
      {isDepartment ? <p className="text-sm">{words.fromDepartmentLead}</p> : null}
      <Section title={mail.subject || words.noSubject} folds="shut">
        <Letter mailId={mail.id} />
      </Section>
      {props.mayBring ? <Ways mail={mail} /> : null}
    </li>
  )
}

/** What the reader itself said of its stumbling is for logs. */
function whyOf(reason: string | null) {
  return reason === 'too-large' || reason === 'too-slow' || reason === 'stopped' ? reason : 'other'
}

function Ways({ mail }: { mail: MailLine }) {
  const { words } = useMessages(mailMessages)
  const reread = useCommand(rereadMail)
  const { suggestion } = mail
  async function read(body: { asComplaint?: boolean; answersId?: string }) {
    const answered = await reread.send({ params: { mailId: mail.id }, body })
    if (!answered.ok) return
    const { complaint } = answered.value
    const text = complaint ? words.entered({ number: complaint.number }) : words.still
    showToast({ text, tone: complaint ? 'done' : 'plain' })
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {mail.reason === 'department' && suggestion ? (
          <Button
            size="small"
            kind="promise"
            icon={<CornerDownRight aria-hidden size={15} />}
            isBusy={reread.isSending}
            onPress={() => void read({ answersId: suggestion.complaintId })}
          >
            {words.answer({ number: suggestion.number })}
          </Button>
        ) : null}
        <Button
          size="small"
          icon={<RotateCcw aria-hidden size={15} />}
          isBusy={reread.isSending}
          onPress={() => void read({})}
        >
          {words.reread}
        </Button>
        {mail.state === 'set-aside' ? (
          <Button
            size="small"
            icon={<MailPlus aria-hidden size={15} />}
            isBusy={reread.isSending}
            onPress={() => void read({ asComplaint: true })}
          >
            {words.receive}
          </Button>
        ) : null}
      </div>
      <Refusal refusal={reread.refusal} />
    </>
  )
}

import { CircleCheck, TriangleAlert } from 'lucide-react'
import { Fragment } from 'react'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import type { MailboxTrial } from '../../contract.ts'
import { mailboxesMessages } from '../../messages.ts'
import { Problem } from './Problem.tsx'

/** What came of trying to connect, server by server. */
export function Trial(props: { trial: MailboxTrial; onAccept: (certificate: string) => void }) {
  const { words } = useMessages(mailboxesMessages)
  const { imap, smtp, messages, certificate } = props.trial
  return (
    <section
      aria-label={words.tried}
      role="status"
      ref={intoView}
      className="flex flex-col gap-3 rounded-lg bg-bg p-3 text-sm"
    >
      {imap ? (
        <Outcome
          name={words.imap}
          outcome={imap}
          works={messages === null ? words.works : words.worksWith({ messages })}
        />
      ) : null}
      {smtp ? <Outcome name={words.smtp} outcome={smtp} works={words.works} /> : null}
      {certificate ? <Shown certificate={certificate} onAccept={props.onAccept} /> : null}
    </section>
  )
}

/** To be compared with what the mail server's own administrator says. */
function Shown(props: {
  certificate: NonNullable<MailboxTrial['certificate']>
  onAccept: (certificate: string) => void
}) {
  const { words } = useMessages(mailboxesMessages)
  const { subject, issuer, until, fingerprint, pem } = props.certificate
  const rows = [
    [words.certificate.subject, subject],
    [words.certificate.issuer, issuer],
    [words.certificate.until, until],
    [words.certificate.fingerprint, fingerprint],
  ] as const
  return (
    <div className="flex flex-col gap-2 ps-6">
      <p>{words.certificate.lead}</p>
      <dl className="grid gap-x-3 gap-y-1 text-xs sm:grid-cols-[auto_minmax(0,1fr)]">
        {rows.map(([name, told]) => (
          <Fragment key={name}>
            <dt className="text-sub">{name}</dt>
            <dd className="break-all">{told}</dd>
          </Fragment>
        ))}
      </dl>
      <Button size="small" className="self-start" onPress={() => props.onAccept(pem)}>
        {words.certificate.accept}
      </Button>
    </div>
  )
}

/** It stands below what was filled in. */
function intoView(result: HTMLElement | null) {
  result?.scrollIntoView({ block: 'nearest' })
}

function Outcome(props: {
  name: string
  outcome: NonNullable<MailboxTrial['imap']>
  works: string
}) {
  const { problem, detail } = props.outcome
  const Icon = problem ? TriangleAlert : CircleCheck
  return (
    <div className="flex gap-2">
      <Icon
        aria-hidden
        size={17}
        className={`mt-1 shrink-0 ${problem ? 'text-red' : 'text-green'}`}
      />
      <div className="min-w-0">
        <p className="font-semibold">{props.name}</p>
        {problem ? <Problem problem={problem} detail={detail} /> : <p>{props.works}</p>}
      </div>
    </div>
  )
}

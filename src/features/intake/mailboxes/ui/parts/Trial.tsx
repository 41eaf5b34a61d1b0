import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useMessages } from '#kit/language.tsx'
import type { MailboxTrial } from '../../contract.ts'
import { mailboxesMessages } from '../../messages.ts'
import { Problem } from './Problem.tsx'

/** What came of trying to connect, server by server. */
export function Trial({ trial }: { trial: MailboxTrial }) {
  const { words } = useMessages(mailboxesMessages)
  const { imap, smtp, messages } = trial
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
    </section>
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

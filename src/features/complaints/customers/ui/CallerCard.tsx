import { Link } from '@tanstack/react-router'
import { UserRound, UserRoundPen } from 'lucide-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { readComplaint, type Complaint } from '#features/complaints/contract.ts'
import { customersMessages } from '#features/complaints/customers/messages.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Keys } from '#kit/Keys.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { useShortcut } from '#kit/shortcuts.ts'
import { Finder } from './parts/Finder.tsx'

// What was between us before is asked of the server first, anyway.
const History = lazy(async () => ({ default: (await import('./parts/History.tsx')).History }))

export type CallerCardProps = {
  readonly complaintId: string
  /** The number that is calling, when the telephone told it. */
  readonly phone?: string | null
  /** What we promised in earlier complaints, from the room that keeps it. */
  readonly promises: (complaintIds: readonly string[]) => ReactNode
}

/** Who it is, and what was between us before anything is typed. */
export function CallerCard(props: CallerCardProps) {
  const { words } = useMessages(customersMessages)
  const params = { complaintId: props.complaintId }
  const complaint = useAnswer(readComplaint, { params })
  const [isChanging, setChanging] = useState(false)
  const isKnown = complaint.state === 'ready' && complaint.value.customer.name !== undefined
  useShortcut({
    keys: 'f4',
    label: words.findShort,
    inFields: true,
    run: () => setChanging(true),
  })
  return (
    <Section
      title={words.title}
      icon={UserRound}
      tone="blue"
      aside={
        isKnown ? (
          <Button
            kind="quiet"
            size="small"
            label={words.changeLong}
            icon={<UserRoundPen aria-hidden size={15} />}
            onPress={() => setChanging(!isChanging)}
          >
            {isChanging ? words.cancel : words.change}
          </Button>
        ) : (
          <Keys of="f4" />
        )
      }
    >
      <Answering answer={complaint} skeletonLines={2}>
        {(value) => (
          <>
            <Name complaint={value} phone={props.phone ?? null} />
            {isKnown && !isChanging ? null : (
              <Finder
                complaint={value}
                phone={props.phone ?? null}
                hasFocus={isChanging}
                onDone={() => setChanging(false)}
              />
            )}
            <Suspense>
              <History complaint={value} phone={props.phone ?? null} promises={props.promises} />
            </Suspense>
          </>
        )}
      </Answering>
    </Section>
  )
}

function Name({ complaint, phone }: { complaint: Complaint; phone: string | null }) {
  const { words } = useMessages(customersMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const { customer } = complaint
  const contact = customer.phone ?? phone
  return (
    <p>
      <span className={`block text-lg ${customer.name ? 'font-semibold' : 'text-sub'}`}>
        {customer.name ? shared.sama({ name: customer.name }) : words.unknown}
      </span>
      {customer.kana ? <span className="me-3 text-xs text-sub">{customer.kana}</span> : null}
      {contact ? (
        <span data-figures className="text-sm text-sub">
          {contact}
        </span>
      ) : null}
      {customer.customerId ? (
        <Link
          to="/customers/$customerId"
          params={{ customerId: customer.customerId }}
          className="tap block text-sm text-accent underline underline-offset-4"
        >
          {words.page}
        </Link>
      ) : null}
    </p>
  )
}

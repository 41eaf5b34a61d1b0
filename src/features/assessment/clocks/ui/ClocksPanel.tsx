import { Hourglass, ListChecks } from 'lucide-react'
import { useState } from 'react'
import { leaders, readViewer } from '#features/access/contract.ts'
import { readClocks, type Clock, type Question } from '#features/assessment/clocks/contract.ts'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import type { ClockDefinition } from '#features/assessment/definitions/contract.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { ClockCard } from './parts/ClockCard.tsx'
import { DeclineDialog } from './parts/DeclineDialog.tsx'
import { DoneDialog } from './parts/DoneDialog.tsx'
import { OfferCard } from './parts/OfferCard.tsx'
import { Questions } from './parts/Questions.tsx'
import { StartDialog } from './parts/StartDialog.tsx'
import { TriageDialog } from './parts/TriageDialog.tsx'

type Open =
  | { readonly kind: 'triage'; readonly asked: readonly Question[] }
  | { readonly kind: 'start'; readonly definition: ClockDefinition; readonly clock: Clock | null }
  | { readonly kind: 'decline'; readonly definition: ClockDefinition }
  | { readonly kind: 'done'; readonly clock: Clock; readonly stage: string }

/** Statutory clocks of one complaint: what is to be asked, what is offered, what runs until when. */
export default function ClocksPanel({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(clocksMessages)
  const answer = useAnswer(readClocks, { params: { complaintId } })
  const mayDecline = useMayDecline()
  const [open, setOpen] = useState<Open | null>(null)
  const found = answer.state === 'ready' ? answer.value : null
  const running = found?.clocks.filter(({ state }) => state === 'running').length ?? 0
  return (
    <Section
      title={words.title}
      icon={Hourglass}
      tone="orange"
      count={running}
      aside={
        <Ask
          questions={found?.questions ?? []}
          onAsk={(asked) => setOpen({ kind: 'triage', asked })}
        />
      }
    >
      <Answering answer={answer} skeletonLines={1}>
        {({ offers, clocks, questions }) => (
          <>
            {offers.length + clocks.length === 0 ? (
              <p className="text-sm text-sub">
                {words.none}
                {words.noneDetail}
              </p>
            ) : (
              <ul className="flex flex-col gap-2">
                {clocks.filter(isLive).map((clock) => (
                  <ClockCard key={clock.id} {...actionsOf(clock, mayDecline, setOpen)} />
                ))}
                {offers.map(({ definition, because }) => (
                  <OfferCard
                    key={definition.code}
                    definition={definition}
                    because={because}
                    mayDecline={mayDecline}
                    onStart={() => setOpen({ kind: 'start', definition, clock: null })}
                    onDecline={() => setOpen({ kind: 'decline', definition })}
                  />
                ))}
                {clocks
                  .filter((clock) => !isLive(clock))
                  .map((clock) => (
                    <ClockCard key={clock.id} {...actionsOf(clock, mayDecline, setOpen)} />
                  ))}
              </ul>
            )}
            {offers.length > 0 && !mayDecline ? (
              <p className="text-xs text-sub">{words.declineByLeader}</p>
            ) : null}
            <Questions
              questions={questions}
              onAsk={(question) => setOpen({ kind: 'triage', asked: [question] })}
            />
            <p className="text-xs text-sub">{words.notAdvice}</p>
          </>
        )}
      </Answering>
      {open && found ? (
        <Opened
          open={open}
          complaintId={complaintId}
          receivedOn={found.receivedOn}
          hasOffers={found.offers.length > 0}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </Section>
  )
}

function isLive({ state }: Clock): boolean {
  return state === 'running'
}

function actionsOf(clock: Clock, mayDecline: boolean, setOpen: (open: Open) => void) {
  const { definition } = clock
  return {
    clock,
    mayDecline,
    onDone: (stage: string) => setOpen({ kind: 'done', clock, stage }),
    onCorrect: () => setOpen({ kind: 'start', definition, clock }),
    onDecline: () => setOpen({ kind: 'decline', definition }),
  }
}

function useMayDecline(): boolean {
  const viewer = useAnswer(readViewer, {})
  if (viewer.state !== 'ready') return false
  return viewer.value.roles.some((role) => leaders.some((leader) => leader === role))
}

/** Those nobody has answered, or only with "not known yet". */
function Ask(props: {
  questions: readonly Question[]
  onAsk: (asked: readonly Question[]) => void
}) {
  const { triage } = useMessages(clocksMessages).words
  const left = props.questions.filter(({ answer }) => answer === null || answer === 'unknown')
  if (left.length === 0) return null
  return (
    <Button
      size="small"
      keys="q"
      label={`${triage.ask}（${triage.left({ count: left.length })}）`}
      icon={<ListChecks aria-hidden size={15} />}
      onPress={() => props.onAsk(left)}
    >
      {triage.ask}
      <span data-figures className="font-normal text-sub">
        {triage.left({ count: left.length })}
      </span>
    </Button>
  )
}

function Opened(props: {
  open: Open
  complaintId: string
  receivedOn: string
  hasOffers: boolean
  onClose: () => void
}) {
  const { open, ...rest } = props
  switch (open.kind) {
    case 'triage':
      return <TriageDialog {...rest} asked={open.asked} />
    case 'start':
      return <StartDialog {...rest} definition={open.definition} begun={open.clock} />
    case 'decline':
      return <DeclineDialog {...rest} definition={open.definition} />
    case 'done':
      return <DoneDialog {...rest} clock={open.clock} stage={open.stage} />
  }
}

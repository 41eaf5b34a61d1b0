import { CalendarClock, CalendarPlus, X } from 'lucide-react'
import { z } from 'zod'
import { listComplaintCommitments, makeCommitment } from '#features/commitments/contract.ts'
import { proposalsMessages } from '#features/commitments/proposals/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { calendarDay, dayAndTime } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { dueOf, keyOf, proposed, type FoundPromise } from './parts/proposals.ts'
import { usePromisesIn, type Told } from './parts/usePromisesIn.ts'

const strings = z.array(z.string())

/** P1: a date in what we said becomes a promise with one key; one without a date is asked for it. */
export function ProposedPromises(props: {
  complaintId: string
  told: readonly Told[]
  /** Where they were found; in what was just said, unless somebody says otherwise. */
  label?: string
  /** Opens the form for a promise whose date is missing. */
  onAskDate: (words: string) => void
}) {
  const { words } = useMessages(proposalsMessages)
  const language = useLanguage()
  const now = useNow()
  const { complaintId } = props
  const found = usePromisesIn(props.told)
  const made = useAnswer(listComplaintCommitments, { params: { complaintId } })
  const aside = useDraft<readonly string[]>(`${complaintId}/put-aside`, [], (kept) => {
    const read = strings.safeParse(kept)
    return read.success ? read.data : null
  })
  const command = useCommand(makeCommitment)
  if (made.state !== 'ready') return null
  const open = proposed(
    found,
    made.value.commitments.filter(({ state }) => state !== 'withdrawn'),
    aside.value,
  )
  if (open.length === 0) return null

  async function promise(each: FoundPromise) {
    const due = dueOf(each)
    if (!due) return props.onAskDate(each.words)
    const answered = await command.send({
      params: { complaintId },
      body: { words: each.words, due },
    })
    if (!answered.ok) return
    const at = dayAndTime(answered.value.commitment.dueAt, now, language)
    showToast({ text: words.recorded({ words: each.words, due: at }), tone: 'done', forMs: 4000 })
  }

  return (
    <section aria-label={props.label ?? words.found} className="flex flex-col gap-2">
      <p role="status" className="sr-only">
        {props.label ?? words.found}
      </p>
      <ul className="flex flex-col gap-2">
        {open.map((each, index) => (
          <Proposal
            key={keyOf(each)}
            found={each}
            isFirst={index === 0}
            isBusy={command.isSending}
            make={() => void promise(each)}
            putAside={() => aside.change([...aside.value, keyOf(each)])}
          />
        ))}
      </ul>
      <Refusal refusal={command.refusal} />
    </section>
  )
}

function Proposal(props: {
  found: FoundPromise
  isFirst: boolean
  isBusy: boolean
  make: () => void
  putAside: () => void
}) {
  const { words } = useMessages(proposalsMessages)
  const language = useLanguage()
  const now = useNow()
  const { found } = props
  const isVague = found.due === null
  const due =
    found.due === null
      ? null
      : found.precision === 'day'
        ? calendarDay(`${found.due}T00:00:00+09:00`, now, language)
        : dayAndTime(found.due, now, language)
  const Icon = isVague ? CalendarPlus : CalendarClock
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1.5 rounded-lg border border-dashed border-purple/60 bg-purple-bg px-3 py-2">
      <Icon aria-hidden size={17} className="shrink-0 text-purple" />
      <p className="min-w-56 flex-1">
        {found.words}
        {due ? (
          <span className="block text-sm font-semibold text-purple">{words.until({ due })}</span>
        ) : null}
      </p>
      <Button
        kind="promise"
        size="small"
        label={words.makeNamed({ words: found.words })}
        keys={props.isFirst ? 'alt+p' : ''}
        keysInFields
        isBusy={props.isBusy}
        onPress={props.make}
      >
        {isVague ? words.whenIsIt : words.make}
      </Button>
      <Button
        kind="quiet"
        size="small"
        label={words.notOneNamed({ words: found.words })}
        icon={<X aria-hidden size={15} />}
        onPress={props.putAside}
      />
    </li>
  )
}

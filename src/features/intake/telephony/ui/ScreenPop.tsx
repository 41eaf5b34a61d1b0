import { PhoneIncoming, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Translated } from '#kernel/dictionary.ts'
import { startCall } from '#features/intake/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { stopwatch } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { listRings, type Ring } from '../contract.ts'
import { telephonyMessages } from '../messages.ts'
import { Caller } from './parts/Caller.tsx'

/** What rings at my telephone, in the corner: it takes no focus, and no key that anybody types with. */
export function ScreenPop(props: {
  onStarted: (callId: string) => void
  /** What another room knows of who may be calling. */
  beside?: Beside
}) {
  const { onStarted, beside } = props
  const { words } = useMessages(telephonyMessages)
  const answer = useAnswer(listRings, {})
  const [hidden, setHidden] = useState<readonly string[]>([])
  const rings = answer.state === 'ready' ? answer.value.rings : []
  const shown = rings.filter(({ id }) => !hidden.includes(id))
  const [first] = shown
  return (
    <>
      <p role="status" className="sr-only">
        {first ? words.told({ who: whoOf(first, words) }) : ''}
      </p>
      {first ? (
        <Pop
          key={first.id}
          ring={first}
          others={shown.length - 1}
          onStarted={onStarted}
          beside={beside}
          onHide={() => setHidden([...hidden, first.id])}
        />
      ) : null}
    </>
  )
}

type Beside = (customerId: string) => ReactNode
type Words = Translated<(typeof telephonyMessages)['ja']['words']>

function whoOf({ from, candidates }: Ring, words: Words): string {
  if (from === null) return words.withheld
  const [first, second] = candidates
  if (!first) return words.unknown
  if (second) return words.several({ count: candidates.length })
  return first.name ? words.sama({ name: first.name }) : words.nameless
}

function Pop(props: {
  ring: Ring
  others: number
  onStarted: (callId: string) => void
  beside: Beside | undefined
  onHide: () => void
}) {
  const { words } = useMessages(telephonyMessages)
  const { ring } = props
  const { take, isSending } = useTaking(ring, props.onStarted)
  const rang = stopwatch(useNow('second') - Date.parse(ring.rungAt))
  return (
    <section
      aria-label={words.region}
      data-print="off"
      className="fixed end-4 bottom-4 z-30 flex max-h-[min(36rem,calc(100dvh-6rem))] w-[26rem] max-w-[calc(100vw-2rem)] flex-col rounded-2xl border-2 border-green bg-raised shadow-lift max-sm:bottom-20"
    >
      <header className="flex items-center gap-3 px-4 pt-3">
        <PhoneIncoming aria-hidden size={20} className="shrink-0 text-green" />
        <p className="min-w-0 flex-1">
          <span className="me-2 text-sm text-green">
            {ring.state === 'answered' ? words.answered : words.ringing}{' '}
            <span data-figures>{rang}</span>
          </span>
          <span data-figures className="block text-xl leading-tight font-semibold wrap-anywhere">
            {ring.from ?? words.withheld}
          </span>
        </p>
        <Button
          kind="quiet"
          className="px-2!"
          label={words.hide}
          icon={<X aria-hidden size={17} />}
          onPress={props.onHide}
        />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-2">
        {ring.from === null ? null : <Who ring={ring} take={take} beside={props.beside} />}
        {props.others > 0 ? (
          <p className="text-xs text-sub">{words.more({ count: props.others })}</p>
        ) : null}
      </div>
      <footer className="border-t border-line-soft px-4 py-3">
        <Button
          kind="primary"
          keys="f2"
          keysInFields
          className="w-full"
          isBusy={isSending}
          icon={<PhoneIncoming aria-hidden size={17} />}
          onPress={() => void take(null)}
        >
          {words.take}
        </Button>
      </footer>
    </section>
  )
}

function Who(props: {
  ring: Ring
  take: (complaintId: string) => Promise<void>
  beside: Beside | undefined
}) {
  const { ring, take, beside } = props
  const { words } = useMessages(telephonyMessages)
  const { candidates } = ring
  return (
    <>
      {candidates.length === 1 ? null : (
        <p className="pb-1 text-sm">
          {candidates.length === 0 ? words.unknown : words.several({ count: candidates.length })}
        </p>
      )}
      <ul className="divide-y divide-line-soft">
        {candidates.map((each) => (
          <Caller
            key={each.customerId}
            candidate={each}
            beside={beside?.(each.customerId)}
            goOn={(id) => void take(id)}
          />
        ))}
      </ul>
    </>
  )
}

/** Null: a complaint begins. Else the call goes on with this one. */
function useTaking(ring: Ring, onStarted: (callId: string) => void) {
  const command = useCommand(startCall)

  async function take(complaintId: string | null) {
    const place = { complaintId: complaintId ?? browserIds.next(), continues: complaintId !== null }
    const answered = await command.send({ body: { ...place, ringId: ring.id, direction: 'in' } })
    if (answered.ok) onStarted(answered.value.call.id)
    else showToast({ text: answered.refusal.sentence, tone: 'trouble', forMs: 8000 })
  }

  return { take, isSending: command.isSending }
}

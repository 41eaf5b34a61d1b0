import { Check, Circle, CircleAlert, CircleSlash, ClipboardPlus, ShieldCheck } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { composingWords } from '#features/letters/composing/messages.ts'
import type { PointStanding, Reading } from '#features/letters/points/contract.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Keys } from '#kit/Keys.tsx'
import { useShortcut } from '#kit/shortcuts.ts'
import type { WritingHandle } from '#kit/WritingArea.tsx'

/** How the letter reads, and how its four points stand against the record. Looked at, never read out by itself. */
export function Meter(props: {
  reading: Reading
  field: RefObject<WritingHandle | null>
  /** Where a measure is written down: what the page has for it. */
  toMeasures: ReactNode
}) {
  const { words } = useMessages(composingWords)
  const { reading, field } = props
  const first = reading.points.find((each) => stateOf(each) === 'waiting')
  const put = (each: PointStanding | undefined) => field.current?.addLine(each?.confirmed ?? '')
  useShortcut({
    keys: 'alt+v',
    label: words.putIn,
    group: words.group,
    run: () => put(first),
    isOff: first === undefined || !reading.asksForPoints,
    inFields: true,
  })
  return (
    <div className="flex flex-col gap-1.5 text-xs text-sub">
      {reading.firm.length > 0 ? <Firm heard={reading.firm} /> : null}
      <p data-figures>{useTone(reading).join('')}</p>
      {reading.asksForPoints ? (
        <ul aria-label={words.points} className="grid gap-1.5 sm:grid-cols-2">
          {reading.points.map((each) => (
            <Point
              key={each.point}
              standing={each}
              hasKey={each === first}
              put={put}
              toMeasures={props.toMeasures}
            />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

type State = 'said' | 'unbacked' | 'waiting' | 'open' | 'unneeded'

function stateOf({ isSaid, isBacked, confirmed, measures }: PointStanding): State {
  if (isSaid) return isBacked ? 'said' : 'unbacked'
  if (measures === 'unneeded') return 'unneeded'
  return confirmed === null ? 'open' : 'waiting'
}

const looks = {
  said: { Icon: Check, tone: 'text-green' },
  unbacked: { Icon: CircleAlert, tone: 'text-orange' },
  waiting: { Icon: ClipboardPlus, tone: 'text-accent' },
  open: { Icon: Circle, tone: 'text-sub' },
  unneeded: { Icon: CircleSlash, tone: 'text-sub' },
} as const

function Point(props: {
  standing: PointStanding
  /** The key puts this one in. */
  hasKey: boolean
  put: (standing: PointStanding) => void
  toMeasures: ReactNode
}) {
  const { words } = useMessages(composingWords)
  const { standing, put } = props
  const state = stateOf(standing)
  const { Icon, tone } = looks[state]
  const name = words.point[standing.point]
  return (
    <li className="flex min-w-0 items-start gap-2 rounded-lg border border-line-soft bg-bg px-2.5 py-1.5">
      <Icon aria-hidden size={15} className={`mt-0.5 shrink-0 ${tone}`} />
      <div className="min-w-0 flex-1">
        <p>
          <span className="me-2 font-semibold text-ink">{name}</span>
          {words.standing[state]}
        </p>
        <OfMeasures {...props} state={state} />
        {state === 'waiting' || (state === 'unbacked' && standing.confirmed !== null) ? (
          <>
            <p className="text-ink">「{standing.confirmed}」</p>
            <Button
              kind="quiet"
              size="small"
              label={words.putPoint({ point: name })}
              onPress={() => put(standing)}
            >
              {words.putIn}
              {props.hasKey ? <Keys of="alt+v" /> : null}
            </Button>
          </>
        ) : null}
      </div>
    </li>
  )
}

/** Prevention stands on the record, or it is not told: what the record has of it, and where it is written down. */
function OfMeasures(props: { standing: PointStanding; state: State; toMeasures: ReactNode }) {
  const { words } = useMessages(composingWords)
  const { standing, state, toMeasures } = props
  if (standing.measures === null || state === 'said' || state === 'waiting') return null
  return (
    <>
      <p>{words.measures[standing.measures]}</p>
      {standing.measures === 'decided' ? null : toMeasures}
    </>
  )
}

/** In words, calmly: how long it takes, and what there is too much of. */
function useTone(reading: Reading): string[] {
  const { words } = useMessages(composingWords)
  const { seconds, apologies, questions, longestSentence: letters } = reading
  const points = reading.points.filter(
    ({ isSaid, isBacked, measures }) => isSaid && (isBacked || measures === null),
  ).length
  const { tone, manyApologies, manyQuestions, longSentence } = words
  return [
    words.length({ seconds }),
    tone({ apologies, points }),
    ...(apologies > most.apologies ? [manyApologies] : []),
    ...(questions > most.questions ? [manyQuestions({ count: questions })] : []),
    ...(letters > most.letters ? [longSentence({ letters })] : []),
  ]
}
const most = { apologies: 2, questions: 3, letters: 100 }

function Firm({ heard }: { heard: Reading['firm'] }) {
  const { words } = useMessages(composingWords)
  const named = heard.map(({ cue, times }) => words.heard({ what: words.manner[cue], times }))
  return (
    <p className="flex items-start gap-2 rounded-lg bg-accent-bg px-3 py-1.5 text-ink">
      <ShieldCheck aria-hidden size={15} className="mt-0.5 shrink-0 text-accent" />
      {words.firm({ heard: named.join('、') })}
    </p>
  )
}

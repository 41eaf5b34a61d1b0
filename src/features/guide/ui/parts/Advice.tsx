import { Ban, ChevronRight, CircleHelp, ShieldAlert } from 'lucide-react'
import type { Guidance, Move } from '#features/guide/contract.ts'
import { guideMessages } from '#features/guide/messages.ts'
import { useMessages } from '#kit/language.tsx'

/** What to ask for, in words of one's own. */
export function Ask({ move }: { move: Move }) {
  const { words } = useMessages(guideMessages)
  if (move.ask.length === 0) return null
  return (
    <div className="flex gap-2.5 rounded-lg bg-accent-bg px-3.5 py-2 text-accent">
      <CircleHelp aria-hidden size={17} className="mt-1 shrink-0" />
      <ul aria-label={words.panel.ask} className="flex flex-wrap gap-x-4 gap-y-0.5">
        {move.ask.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}

/** What not to say, and why. */
export function Avoid({ move }: { move: Move }) {
  const { words } = useMessages(guideMessages)
  if (move.avoid.length === 0) return null
  return (
    <div className="flex gap-2.5 rounded-lg bg-red-bg px-3.5 py-2 text-sm text-red">
      <Ban aria-hidden size={17} className="mt-0.5 shrink-0" />
      <ul aria-label={words.panel.avoid} className="flex flex-col gap-0.5">
        {move.avoid.map((each) => (
          <li key={each.words}>
            <span className="font-semibold">「{each.words}」</span>　{each.why}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The moves that wait behind the current one. */
export function Following({ moves }: { moves: readonly Move[] }) {
  const { words } = useMessages(guideMessages)
  if (moves.length === 0) return null
  return (
    <div className="flex items-start gap-2 text-sm text-sub">
      <span className="shrink-0 pt-px text-xs leading-6">{words.panel.following}</span>
      <ol aria-label={words.panel.following} className="flex flex-wrap gap-x-2 gap-y-0.5">
        {moves.slice(0, 3).map((move) => (
          <li key={`${move.play}/${move.id}`} className="flex items-center gap-1">
            <ChevronRight aria-hidden size={14} />
            {move.goal}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Facts decide the apology: how far it may go right now. */
export function ApologyScope({ apology }: { apology: Guidance['apology'] }) {
  const { words } = useMessages(guideMessages)
  const { panel } = words
  return (
    <div className="flex flex-col gap-1.5 text-sm">
      <p className="flex items-start gap-2">
        <ShieldAlert aria-hidden size={16} className="mt-1 shrink-0 text-accent" />
        {panel.apologyLevels[apology.level]}
      </p>
      <Names label={panel.forWhat} names={apology.forWhat} className="text-ink" />
      <Names label={panel.notYet} names={apology.notYet} className="text-sub" />
    </div>
  )
}

function Names(props: { label: string; names: readonly string[]; className: string }) {
  if (props.names.length === 0) return null
  return (
    <div className="ps-6">
      <p className="text-xs text-sub">{props.label}</p>
      <ul className={`list-disc ps-4 ${props.className}`}>
        {props.names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  )
}

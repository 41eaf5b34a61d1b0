import { BookOpen, ClipboardList, Ear, Scale, type LucideIcon } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import type { Guidance, Move } from '#features/guide/contract.ts'
import { guideMessages } from '#features/guide/messages.ts'
import { Keys } from '#kit/Keys.tsx'
import { useMessages } from '#kit/language.tsx'
import { useShortcut } from '#kit/shortcuts.ts'

type WhyProps = {
  readonly move: Move
  readonly playbook: Guidance['playbook']
  readonly cueName: (code: string) => string
}

/** Why this move is here, for whoever asks: the words, the record, the reasons, and the play that says so. */
export function Why({ isLarge, ...props }: WhyProps & { isLarge: boolean }) {
  const { words } = useMessages(guideMessages)
  const { why, title, typing } = words.panel
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const run = () => setOpen(!isOpen)
  useShortcut({ keys: 'w', label: why, group: title, run })
  useShortcut({ keys: 'alt+w', label: `${why}（${typing}）`, group: title, run, inFields: true })
  return (
    <div className="flex flex-col items-start gap-1.5">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-keyshortcuts="w Alt+w"
        onClick={run}
        className="tap -mx-1 inline-flex cursor-pointer items-center gap-2 rounded-md px-1 text-xs leading-6 text-sub hover:bg-gray-bg hover:text-ink"
      >
        {why}
        <Keys of={isLarge ? 'alt+w' : 'w'} />
      </button>
      <div id={id} className="self-stretch empty:hidden">
        {isOpen ? <Grounds {...props} /> : null}
      </div>
    </div>
  )
}

function Grounds({ move, playbook, cueName }: WhyProps) {
  const { words } = useMessages(guideMessages)
  const { panel } = words
  const { heard = [], record = [move.because] } = move.why ?? {}
  const version = playbook.version.slice(0, 8)
  return (
    <dl
      ref={intoView}
      className="flex flex-col gap-2.5 rounded-lg border border-line bg-surface px-3.5 py-3 text-sm"
    >
      {heard.length === 0 ? null : (
        <Ground icon={Ear} label={panel.whyHeard}>
          {heard.map((each, at) => (
            <dd key={`${each.cue}-${at}`} className="ps-6">
              「{each.words}」<span className="text-orange">{cueName(each.cue)}</span>
            </dd>
          ))}
        </Ground>
      )}
      <Ground icon={ClipboardList} label={panel.whyRecord}>
        {record.map((text) => (
          <dd key={text} className="ps-6">
            {text}
          </dd>
        ))}
      </Ground>
      <Ground icon={Scale} label={panel.whyReasons}>
        {move.reasons.map((text) => (
          <dd key={text} className="ps-6">
            {text}
          </dd>
        ))}
      </Ground>
      <Ground icon={BookOpen} label={panel.whySource}>
        <dd className="ps-6">{panel.whyFrom({ play: move.play, move: move.id, version })}</dd>
      </Ground>
    </dl>
  )
}

// Asked for from the note line, it may open below what can be seen.
function intoView(node: HTMLElement | null) {
  node?.scrollIntoView({ block: 'nearest' })
}

function Ground(props: { icon: LucideIcon; label: string; children: ReactNode }) {
  const Icon = props.icon
  return (
    <div>
      <dt className="flex items-center gap-2 text-xs leading-6 text-sub">
        <Icon aria-hidden size={15} className="shrink-0 text-accent" />
        {props.label}
      </dt>
      {props.children}
    </div>
  )
}

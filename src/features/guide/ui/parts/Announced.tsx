import type { Guidance } from '#features/guide/contract.ts'
import { guideMessages } from '#features/guide/messages.ts'
import { Keys } from '#kit/Keys.tsx'
import { useMessages } from '#kit/language.tsx'
import { useShortcut } from '#kit/shortcuts.ts'
import type { Aside } from './useAside.ts'

/** What time has brought up: one line that is read out politely; the move itself comes with one key. */
export function Announced({ guidance, aside }: { guidance: Guidance; aside: Aside }) {
  const { panel } = useMessages(guideMessages).words
  const { announced } = guidance
  const isTaken = aside.shown !== null
  const label = isTaken ? panel.takeBack : panel.takeUp
  const toggle = isTaken ? aside.putBack : aside.take
  const isOff = announced === null && !isTaken
  useShortcut({ keys: 'alt+a', label, inFields: true, isOff, run: toggle })
  const text = announced ? panel.announced({ goal: announced.goal }) : ''
  return (
    <>
      <p role="status" className="sr-only">
        {isTaken ? '' : text}
      </p>
      {isOff ? null : (
        <button
          type="button"
          onClick={toggle}
          aria-keyshortcuts="Alt+A"
          className="tap flex min-h-8 min-w-0 flex-1 cursor-pointer items-center gap-3 rounded-lg bg-gray-bg px-3 text-start text-sm"
        >
          <span className="clamp-1 flex-1">{text}</span>
          <span className="shrink-0 text-accent">
            {label} <Keys of="alt+a" />
          </span>
        </button>
      )}
    </>
  )
}

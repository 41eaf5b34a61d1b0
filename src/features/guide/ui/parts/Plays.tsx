import { Ear, X } from 'lucide-react'
import { dismissCue, type Guidance } from '#features/guide/contract.ts'
import { guideMessages } from '#features/guide/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { useShortcut } from '#kit/shortcuts.ts'
import { showToast } from '#kit/toasts.ts'

/** The plays that were called up by what was heard; a false alarm goes with one key, and that is recorded. */
export function Plays(props: {
  complaintId: string
  plays: Guidance['plays']
  cueName: (code: string) => string
}) {
  const { words } = useMessages(guideMessages)
  const { panel } = words
  const { complaintId, plays } = props
  const dismiss = useCommand(dismissCue)
  const first = plays[0]

  async function send(cue: string) {
    const title = props.cueName(cue)
    const answered = await dismiss.send({ params: { complaintId }, body: { cue } })
    const text = answered.ok ? panel.dismissed({ title }) : answered.refusal.sentence
    showToast({ text, tone: answered.ok ? 'plain' : 'trouble' })
  }
  useShortcut({
    keys: 'alt+x',
    label: panel.dismissFirst,
    inFields: true,
    isOff: !first,
    run: () => void (first && send(first.cue)),
  })

  if (plays.length === 0) return null
  return (
    <ul aria-label={panel.plays} className="flex flex-wrap items-center gap-1.5">
      {plays.map(({ play, cue, count }) => (
        <li
          key={`${play}/${cue}`}
          className="inline-flex items-center gap-1.5 rounded-full bg-orange-bg ps-2.5 text-xs font-medium text-orange"
        >
          <Ear aria-hidden size={14} />
          {props.cueName(cue)}
          {count > 1 ? <span data-figures>{panel.times({ count })}</span> : null}
          <Button
            kind="quiet"
            size="small"
            className="min-h-7! rounded-full! px-1.5! text-orange!"
            label={panel.dismiss({ title: props.cueName(cue) })}
            icon={<X aria-hidden size={14} />}
            isBusy={dismiss.isSending}
            onPress={() => void send(cue)}
          />
        </li>
      ))}
    </ul>
  )
}

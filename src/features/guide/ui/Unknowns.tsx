import { CircleCheckBig, CircleDashed, Plus, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { readGuidance } from '#features/guide/contract.ts'
import { guideMessages } from '#features/guide/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Keys } from '#kit/Keys.tsx'
import { isComposing } from '#kit/keys.ts'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import { Section } from '#kit/Section.tsx'
import { useShortcut } from '#kit/shortcuts.ts'
import { Heard } from './parts/Heard.tsx'

/** What is still unknown, each to be filled in where it stands. */
export default function Unknowns(props: {
  complaintId: string
  field: (key: string, label: string, done: () => void) => ReactNode
  /** Written down with one key: on the phone the focus goes back to the note line. */
  onFilled?: () => void
}) {
  const { words } = useMessages(guideMessages)
  const kit = useMessages(kitMessages)
  const guidance = useAnswer(readGuidance, { params: { complaintId: props.complaintId } })
  const [open, setOpen] = useState<string | null>(null)
  const unknowns = guidance.state === 'ready' ? guidance.value.unknowns : []
  const opened = unknowns.find(({ key }) => key === open)
  const first = unknowns[0]
  useShortcut({
    keys: 'alt+u',
    label: first ? words.panel.writeDown({ label: first.label }) : words.panel.unknowns,
    inFields: true,
    isOff: !first,
    run: () => setOpen(first?.key ?? null),
  })
  return (
    <Section
      title={words.panel.unknowns}
      icon={CircleDashed}
      count={unknowns.length}
      aside={first ? <Keys of="alt+u" /> : null}
    >
      <Answering answer={guidance} skeletonLines={1}>
        {() =>
          unknowns.length === 0 ? (
            <p className="flex items-center gap-2 text-sm text-green">
              <CircleCheckBig aria-hidden size={16} />
              {words.panel.allKnown}
            </p>
          ) : (
            <ul className="flex flex-wrap gap-1.5">
              {unknowns.map(({ key, label }) => (
                <li key={key}>
                  <Button
                    size="small"
                    label={words.panel.writeDown({ label })}
                    isPressed={key === open}
                    icon={
                      key === open ? <X aria-hidden size={14} /> : <Plus aria-hidden size={14} />
                    }
                    className={key === open ? 'border-accent! text-accent!' : ''}
                    onPress={() => setOpen(key === open ? null : key)}
                  >
                    {label}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answering>
      <Heard
        complaintId={props.complaintId}
        unknowns={unknowns}
        done={props.onFilled ?? (() => {})}
      />
      {opened ? (
        <div
          className="rounded-lg border border-accent/40 p-3"
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !isComposing(event.nativeEvent)) setOpen(null)
          }}
        >
          {props.field(opened.key, opened.label, () => setOpen(null))}
          <span className="sr-only">{kit.close}: Esc</span>
        </div>
      ) : null}
    </Section>
  )
}

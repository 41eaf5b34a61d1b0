import { PenLine, Send } from 'lucide-react'
import { useRef, useState, type FormEvent } from 'react'
import { longestWords } from '#features/intake/rules.ts'
import { webFormMessages } from '#features/intake/web-form/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import type { Refused } from '#kit/call.ts'
import type { Draft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { Contact } from './Contact.tsx'
import { toSend, type FormDraft } from './draft.ts'
import { More } from './More.tsx'
import type { Outgoing } from './outbox.ts'

/** The form itself; what is written survives until it has been sent. */
export function Writing(props: {
  draft: Draft<FormDraft>
  change: (changes: Partial<FormDraft>) => FormDraft
  refusal: Refused | null
  isSending: boolean
  onSend: (what: Outgoing) => void
  photos: React.ReactNode
}) {
  const { words } = useMessages(webFormMessages)
  const { draft, refusal } = props
  const [isMissing, setMissing] = useState(false)
  const [trap, setTrap] = useState('')
  const area = useRef<HTMLTextAreaElement>(null)
  const [openedAt] = useState(() => performance.now())
  const { value } = draft
  const isTooLong = value.words.length > longestWords
  const change = (changes: Partial<FormDraft>) => {
    if (changes.words) setMissing(false)
    props.change(changes)
  }

  function send(event: FormEvent) {
    event.preventDefault()
    if (value.words.trim() === '' || isTooLong) {
      setMissing(value.words.trim() === '')
      area.current?.focus()
      return
    }
    const whole = props.change({})
    const { phone, email } = whole
    // Whoever comes back to what they had written may be as quick as they like.
    const openSeconds = draft.wasKept ? {} : { openSeconds: (performance.now() - openedAt) / 1000 }
    const body = { ...toSend(whole), ...openSeconds, ...(trap === '' ? {} : { website: trap }) }
    props.onSend({ body, isReachable: (phone + email).trim() !== '' })
  }

  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-6">
      {draft.wasKept ? (
        <p role="status" className="flex items-center gap-2 text-sm text-accent">
          <PenLine aria-hidden size={16} />
          {words.restored}
        </p>
      ) : null}
      <TextArea
        label={words.words}
        hint={words.wordsHint}
        value={value.words}
        onChange={(text) => change({ words: text })}
        rows={7}
        isRequired
        error={
          isMissing ? words.wordsMissing : isTooLong ? words.tooLong({ most: longestWords }) : null
        }
        areaRef={area}
        className="text-lg"
      />
      {props.photos}
      <Contact draft={value} onChange={change} />
      <More draft={value} onChange={change} />
      <Trap value={trap} onChange={setTrap} />
      <div className="flex flex-col gap-3">
        <Refusal refusal={refusal} />
        <p className="text-sm text-sub">{words.privacy}</p>
        <Button
          type="submit"
          kind="primary"
          size="large"
          className="w-full text-lg!"
          icon={<Send aria-hidden size={20} />}
          isBusy={props.isSending}
        >
          {props.isSending ? words.sending : words.send}
        </Button>
        <p className="flex flex-wrap items-center gap-x-3 text-xs text-sub">
          {words.kept}
          {draft.keptAt === null ? null : (
            <Button kind="quiet" size="small" onPress={draft.clear}>
              {words.clear}
            </Button>
          )}
        </p>
      </div>
    </form>
  )
}

/** Robots fill in everything; people neither see nor reach this. */
function Trap(props: { value: string; onChange: (value: string) => void }) {
  const { words } = useMessages(webFormMessages)
  return (
    <div aria-hidden className="absolute -start-[200vw] size-px overflow-hidden">
      <label>
        {words.trap}
        <input
          name="website"
          tabIndex={-1}
          autoComplete="off"
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      </label>
    </div>
  )
}

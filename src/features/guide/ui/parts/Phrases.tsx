import { Check, RefreshCw, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { usePhrase, type Move } from '#features/guide/contract.ts'
import { guideMessages } from '#features/guide/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { copy } from '#kit/clipboard.ts'
import { useCommand } from '#kit/commands.ts'
import { Keys } from '#kit/Keys.tsx'
import { useMessages } from '#kit/language.tsx'
import { putIn } from '#kit/put-in.ts'
import { useShortcut } from '#kit/shortcuts.ts'

const atOnce = 3

/** Three ways to say it, on 1·2·3. What was said is struck and stays where it is. */
export function Phrases(props: {
  complaintId: string
  move: Move
  /** Of the playbook, for the record. */
  version: string
  isLarge: boolean
  /** To what this move asks to be written down, under its own name; null when it asks for nothing. */
  toWriting: { readonly label: string; readonly Icon: LucideIcon; readonly go: () => void } | null
}) {
  const { words } = useMessages(guideMessages)
  const { complaintId, move, version, isLarge, toWriting } = props
  const [from, setFrom] = useState(0)
  const [justSaid, setJustSaid] = useState<readonly number[]>([])
  const command = useCommand(usePhrase)
  const start = from < move.say.length ? from : 0
  const shown = move.say.slice(start, start + atOnce)
  const isSaid = (phrase: Move['say'][number]) => phrase.isUsed || justSaid.includes(phrase.index)

  async function say(phrase: Move['say'][number] | undefined) {
    if (!phrase || isSaid(phrase)) return
    setJustSaid([...justSaid, phrase.index])
    if (!putIn(phrase.text)) void copy(phrase.text)
    const { index, text } = phrase
    const body = { play: move.play, move: move.id, phrase: index, text, version }
    const answered = await command.send({ params: { complaintId }, body })
    if (!answered.ok) setJustSaid((said) => said.filter((each) => each !== index))
  }

  if (move.say.length === 0) return null
  return (
    <div className="flex flex-col gap-2">
      <ol aria-label={words.panel.say} className="flex flex-col gap-2">
        {shown.map((phrase, at) => (
          <li key={phrase.index}>
            <Phrase
              number={at + 1}
              text={phrase.text}
              isSaid={isSaid(phrase)}
              isFirst={isLarge && at === 0}
              isLarge={isLarge}
              say={() => void say(phrase)}
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-x-3 text-2xs text-sub empty:hidden">
        {move.say.length > atOnce ? (
          <OtherWays
            isLarge={isLarge}
            show={() => setFrom(start + atOnce < move.say.length ? start + atOnce : 0)}
          />
        ) : null}
        {isLarge && toWriting ? (
          <Button
            kind="quiet"
            size="small"
            keys="alt+i"
            keysInFields
            icon={<toWriting.Icon aria-hidden size={14} />}
            onPress={toWriting.go}
          >
            {toWriting.label}
          </Button>
        ) : null}
      </div>
      <Refusal refusal={command.refusal} />
    </div>
  )
}

/** While talking the cursor is in the note line: the key that works there is the one to show. */
function OtherWays({ isLarge, show }: { isLarge: boolean; show: () => void }) {
  const { words } = useMessages(guideMessages)
  const { otherWays, typing, say } = words.panel
  const label = isLarge ? otherWays : `${otherWays}（${typing}）`
  useShortcut({
    keys: isLarge ? '0' : 'alt+0',
    label,
    group: say,
    run: show,
    inFields: !isLarge,
  })
  return (
    <Button
      kind="quiet"
      size="small"
      keys={isLarge ? 'alt+0' : '0'}
      keysInFields={isLarge}
      icon={<RefreshCw aria-hidden size={14} />}
      onPress={show}
    >
      {otherWays}
    </Button>
  )
}

function Phrase(props: {
  number: number
  text: string
  isSaid: boolean
  isFirst: boolean
  isLarge: boolean
  say: () => void
}) {
  const { words } = useMessages(guideMessages)
  const { number, isSaid, say } = props
  const label = words.panel.sayIt({ number })
  const group = words.panel.say
  useShortcut({ keys: String(number), label, group, run: say, isOff: isSaid })
  useShortcut({
    keys: `alt+${number}`,
    label: `${label}（${words.panel.typing}）`,
    group,
    run: say,
    isOff: isSaid,
    inFields: true,
  })
  const size = props.isFirst
    ? 'text-xl leading-normal sm:text-2xl sm:leading-normal short:text-xl'
    : props.isLarge
      ? 'text-lg leading-relaxed short:text-base short:leading-normal'
      : 'text-base leading-relaxed'
  return (
    <button
      type="button"
      onClick={say}
      aria-keyshortcuts={`${number} Alt+${number}`}
      className={`tap group relative flex w-full cursor-pointer items-start gap-2.5 rounded-xl border px-3 py-3 text-start short:py-2 transition-colors ${isSaid ? 'border-transparent bg-green-bg text-green' : 'border-line bg-surface hover:border-accent'} ${props.isLarge ? '' : 'py-2'}`}
    >
      <span className={`mt-0.5 shrink-0 ${props.isLarge ? 'sm:pointer-fine:min-w-9' : ''}`}>
        {isSaid ? (
          <Check aria-hidden size={18} />
        ) : (
          <Keys of={props.isLarge ? `alt+${number}` : String(number)} />
        )}
      </span>
      <span className={`flex-1 text-pretty [word-break:auto-phrase] ${size}`}>{props.text}</span>
      {isSaid ? <Said isLarge={props.isLarge} /> : null}
    </button>
  )
}

/** On the frame: beside the words it would break their lines anew while they are being read. */
function Said({ isLarge }: { isLarge: boolean }) {
  const { words } = useMessages(guideMessages)
  const place = isLarge
    ? 'absolute end-3 -top-2 rounded-full bg-green-bg px-2 text-2xs leading-4'
    : 'shrink-0 text-xs leading-6'
  return <span className={place}>{words.panel.said}</span>
}

import { MessageSquareText, Wrench } from 'lucide-react'
import { useMemo, useRef, useState, type RefObject } from 'react'
import { composingWords } from '#features/letters/composing/messages.ts'
import { hole } from '#features/letters/gate/blanks.ts'
import type { GateFinding } from '#features/letters/gate/contract.ts'
import type { WritingKind } from '#features/language/contract.ts'
import { templatesMessages } from '#features/letters/templates/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Keys } from '#kit/Keys.tsx'
import { usePutIn } from '#kit/put-in.ts'
import { useShortcut } from '#kit/shortcuts.ts'
import { WritingArea, type WritingHandle } from '#kit/WritingArea.tsx'
import type { WritingMark } from '#kit/writing-area.ts'
import { PhraseFinder } from './PhraseFinder.tsx'

type LetterFieldProps = {
  readonly id: string
  readonly complaintId: string
  readonly label: string
  readonly value: string
  readonly findings: readonly GateFinding[]
  readonly onChange: (value: string) => void
  /** A template brings its own; absent where nothing has a subject. */
  readonly onSubject?: (subject: string) => void
  /** Whose phrases and templates are offered. */
  readonly kind: WritingKind
  /** A few lines that are written among other things: it waits until somebody comes to it. */
  readonly isBrief?: boolean
  readonly isComposing: boolean
  readonly onComposing: (isComposing: boolean) => void
  readonly field: RefObject<WritingHandle | null>
}

/** The text of a letter: what the gate found is marked, explained at the cursor and mended by key. */
export function LetterField(props: LetterFieldProps) {
  const { words } = useMessages(composingWords)
  const { id, findings, field } = props
  const [here, setHere] = useState<WritingMark | null>(null)
  const [told, setTold] = useState('')
  const [isFinding, setFinding] = useState(false)
  const [left, setLeft] = useState<number | null>(null)
  const putHere = (sentence: string) => void field.current?.insert(sentence)
  // What the guide says to say goes in here, too.
  usePutIn(putHere)
  const marks = useMemo(() => findings.map(marked), [findings])
  const { group } = words
  const last = useRef<WritingMark | null>(null)
  const goTo = (way: 'next' | 'previous') =>
    setTold(field.current?.goTo(way) ? (last.current?.message ?? '') : words.none)
  const fix = () => {
    const put = field.current?.fix() ?? null
    setTold(put === null ? words.nothingToFix : words.fixed({ fix: put }))
  }
  const inFields = true
  useShortcut({ keys: 'alt+j', label: words.next, group, run: () => goTo('next'), inFields })
  useShortcut({
    keys: 'alt+shift+j',
    label: words.previous,
    group,
    run: () => goTo('previous'),
    inFields,
  })
  useShortcut({ keys: 'mod+.', label: words.fixHere, group, run: fix, inFields })
  return (
    <div className="flex flex-col gap-1">
      <WritingArea
        label={props.label}
        describedBy={`${id}-here ${id}-findings`}
        deleted={words.deleted}
        value={props.value}
        onChange={props.onChange}
        marks={marks}
        isComposing={props.isComposing}
        onComposing={props.onComposing}
        onPlace={(mark) => setHere((last.current = mark))}
        fixName={(fix) => words.fix({ fix })}
        hole={hole}
        onFilling={setLeft}
        onSlash={() => setFinding(true)}
        handle={field}
        leavesFocus={props.isBrief}
        className={`grid ${props.isBrief ? 'min-h-20' : 'min-h-48'} cursor-text rounded-lg border border-field-line/60 bg-surface text-base leading-relaxed text-ink hover:border-field-line has-focus-visible:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent`}
      />
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <Here id={`${id}-here`} mark={here} />
        <Filling left={left} />
        <Button
          kind="quiet"
          size="small"
          className="ms-auto"
          keys="mod+/"
          keysInFields
          icon={<MessageSquareText aria-hidden size={14} />}
          onPress={() => setFinding(true)}
        >
          {words.phrases}
        </Button>
      </div>
      {isFinding ? (
        <PhraseFinder
          complaintId={props.complaintId}
          kind={props.kind}
          onChoose={putHere}
          {...(props.onSubject ? { onSubject: props.onSubject } : {})}
          onClose={() => setFinding(false)}
        />
      ) : null}
      <p role="status" className="sr-only">
        {told}
      </p>
    </div>
  )
}

function marked({ start, end, need, message, fix }: GateFinding): WritingMark {
  return { start, end, isAsked: need !== 'nothing', message, ...(fix === undefined ? {} : { fix }) }
}

/** How to go on from place to place, for eye and ear. */
function Filling({ left }: { left: number | null }) {
  const { words } = useMessages(templatesMessages)
  return (
    <p role="status" className="text-xs font-medium text-accent">
      {left === null
        ? ''
        : left === 0
          ? words.filled
          : `${words.holesLeft({ count: left })}　${words.filling}`}
    </p>
  )
}

/** What is said of the place where the cursor is. */
function Here({ id, mark }: { id: string; mark: WritingMark | null }) {
  const { words } = useMessages(composingWords)
  return (
    <p
      id={id}
      className={`min-h-5 flex-1 basis-60 text-xs ${mark?.isAsked ? 'text-red' : 'text-orange'} ${mark ? '' : 'max-sm:hidden'}`}
    >
      {mark?.message}
      {mark?.fix === undefined ? null : (
        <span className="ms-2 inline-flex items-center gap-1 font-medium whitespace-nowrap">
          <Wrench aria-hidden size={12} />
          {words.fix({ fix: mark.fix })}
          <Keys of="mod+." />
        </span>
      )}
    </p>
  )
}

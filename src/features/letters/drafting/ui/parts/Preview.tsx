import { ArrowLeft, Copy } from 'lucide-react'
import { useId } from 'react'
import {
  keepDraft,
  readDraft,
  type Drafted,
  type DraftedSentence,
  type DraftKind,
} from '#features/letters/drafting/contract.ts'
import { draftingMessages } from '#features/letters/drafting/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { copy } from '#kit/clipboard.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import type { DraftPlace } from './Drafts.tsx'

/** One draft, sentence by sentence with what it stands on, and the way into the text. */
export function Preview(props: DraftPlace & { kind: DraftKind; onBack: () => void }) {
  const { words } = useMessages(draftingMessages)
  const { complaintId, kind } = props
  const answer = useAnswer(readDraft, { params: { complaintId, kind } })
  return (
    <section aria-label={words.draftOf({ kind: words.kind[kind] })} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          kind="quiet"
          size="small"
          autoFocus
          icon={<ArrowLeft aria-hidden size={14} />}
          onPress={props.onBack}
        >
          {words.back}
        </Button>
        <h4 className="text-sm font-semibold">{words.kind[kind]}</h4>
      </div>
      <Answering answer={answer}>
        {({ draft }) => (
          <>
            <Lacks draft={draft} />
            <ol className="flex flex-col gap-2 border-s-2 border-line ps-3">
              {draft.sentences.map((sentence, at) => (
                <Sentence key={`${at}/${sentence.text}`} sentence={sentence} />
              ))}
            </ol>
            <PutIn {...props} draft={draft} />
          </>
        )}
      </Answering>
    </section>
  )
}

function Lacks({ draft: { lacks } }: { draft: Drafted }) {
  const { words } = useMessages(draftingMessages)
  if (lacks.length === 0) return null
  return (
    <p className="text-sm text-sub">
      {words.lacks({ what: lacks.map((each) => words.lack[each]).join('、') })}
    </p>
  )
}

function Sentence({ sentence }: { sentence: DraftedSentence }) {
  const { words } = useMessages(draftingMessages)
  const { text, grounds, isBlank } = sentence
  return (
    <li className="flex flex-col gap-0.5">
      <p className="[overflow-wrap:anywhere]">
        {text} {isBlank ? <Badge tone="orange">{words.blank}</Badge> : null}
      </p>
      {grounds.length === 0 ? (
        <p className="text-2xs text-sub">{words.manners}</p>
      ) : (
        <ul aria-label={words.grounds} className="flex flex-col text-2xs text-sub">
          {grounds.slice(0, 4).map(({ type, id, said }) => (
            <li key={`${type}/${id}`} className="flex gap-1">
              <span className="line-clamp-2">
                {words.ground[type]}：{said}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** What was typed is never lost: it stays, or it comes back with one key. */
function PutIn(props: DraftPlace & { draft: Drafted }) {
  const { words } = useMessages(draftingMessages)
  const { draft, complaintId, opening, text, onText } = props
  const id = useId()
  const keep = useCommand(keepDraft)
  const isTyped = text.trim() !== '' && text.trim() !== opening.trim()

  async function put(before: string) {
    const body = { kind: draft.kind, text: draft.text }
    const answered = await keep.send({ params: { complaintId }, body })
    if (!answered.ok) return
    onText(`${before.trimEnd()}${before.trim() === '' ? '' : '\n\n'}${draft.text}`)
    showToast({ text: words.put, undo: () => onText(text) })
  }
  async function take() {
    const body = { kind: draft.kind, text: draft.text }
    const answered = await keep.send({ params: { complaintId }, body })
    if (answered.ok) showToast({ text: (await copy(draft.text)) ? words.copied : words.notCopied })
  }

  if (draft.way !== 'mail')
    return (
      <div className="flex flex-col gap-2">
        <p className="text-sm text-sub">{words.ways[draft.way]}</p>
        <Button
          className="self-start"
          icon={<Copy aria-hidden size={15} />}
          isBusy={keep.isSending}
          onPress={() => void take()}
        >
          {words.copy}
        </Button>
        <Refusal refusal={keep.refusal} />
      </div>
    )
  return (
    <div className="flex flex-col gap-2">
      {isTyped ? (
        <p id={`${id}-typed`} className="text-sm">
          {words.typed}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          kind={isTyped ? 'secondary' : 'primary'}
          isBusy={keep.isSending}
          {...(isTyped ? { describedBy: `${id}-typed` } : {})}
          onPress={() => void put(opening)}
        >
          {isTyped ? words.replace : words.putIn}
        </Button>
        {isTyped ? (
          <Button
            isBusy={keep.isSending}
            describedBy={`${id}-typed`}
            onPress={() => void put(text)}
          >
            {words.append}
          </Button>
        ) : null}
      </div>
      <Refusal refusal={keep.refusal} />
    </div>
  )
}

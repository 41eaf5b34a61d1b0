import { Trash2, TriangleAlert } from 'lucide-react'
import { checkStanding, type Standing } from '#features/letters/drafting/contract.ts'
import { draftingMessages } from '#features/letters/drafting/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { useSettled } from '#kit/settled.ts'
import { showToast } from '#kit/toasts.ts'
import type { DraftPlace } from './Drafts.tsx'

type Looked = { readonly sentences: readonly Standing[]; readonly own: readonly string[] }

/** Sentences of drafts in the text that the record carries no more: why, and the way out. */
export function FallenSentences({ complaintId, text, onText }: DraftPlace) {
  const { words } = useMessages(draftingMessages)
  const settled = useSettled(text)
  const answer = useAnswer(
    checkStanding,
    { params: { complaintId }, body: { text: settled } },
    { isOff: settled.trim() === '', keepPrevious: true },
  )
  const isOfNow = answer.state === 'ready' && settled === text
  const looked = isOfNow ? answer.value : { sentences: [], own: [] }
  const fallen = looked.sentences.filter(({ falls }) => falls.length > 0)
  if (fallen.length === 0) return <Written {...looked} />

  function remove({ start, end }: Standing) {
    onText(withoutStretch(text, start, end))
    showToast({ text: words.removed, undo: () => onText(text) })
  }
  return (
    <section
      aria-label={words.fallen}
      className="flex flex-col gap-2 rounded-lg border border-red/50 bg-red-bg p-3"
    >
      <p role="status" className="flex items-center gap-1.5 text-sm font-semibold text-red">
        <TriangleAlert aria-hidden size={15} />
        {words.fallenCount({ count: fallen.length })}
      </p>
      <ul className="flex flex-col gap-3">
        {fallen.map((each) => (
          <li key={each.start} className="flex flex-col gap-1 text-sm">
            <Why standing={each} />
            <Button
              size="small"
              className="self-start"
              label={words.removeThis({ text: each.text })}
              icon={<Trash2 aria-hidden size={14} />}
              onPress={() => remove(each)}
            >
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      <p className="text-xs text-ink">{words.orRewrite}</p>
      <Written {...looked} />
    </section>
  )
}

/** What of the text is held against the record, and what is its writer's own. */
function Written({ sentences, own }: Looked) {
  const { words } = useMessages(draftingMessages)
  if (sentences.length === 0) return null
  const mended = sentences.filter(({ isMended }) => isMended).length
  const drafted = sentences.length - mended
  return (
    <p data-figures className="text-xs text-sub">
      {words.written({ drafted, mended, own: own.length })}
    </p>
  )
}

function Why({ standing: { text, falls, isMended } }: { standing: Standing }) {
  const { why, mended } = useMessages(draftingMessages).words
  return (
    <>
      <p className="text-ink">「{text}」</p>
      {isMended ? <p className="text-2xs text-sub">{mended}</p> : null}
      {falls.map(({ code, ground, now }) => (
        <p key={`${code}/${ground.id}`} className="text-ink">
          {why[code]({ said: ground.said, now })}
        </p>
      ))}
    </>
  )
}

/** Without the line it stood on alone, dot of a list and all. */
function withoutStretch(text: string, start: number, end: number): string {
  const before = text.slice(0, start).replace(/・$/u, '')
  const after = text.slice(end)
  const isAlone = /(?:^|\n)$/u.test(before) && after.startsWith('\n')
  return before + (isAlone ? after.slice(1) : after)
}

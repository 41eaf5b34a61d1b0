import { useEffect, useEffectEvent, useState } from 'react'
import { staleData } from '#features/complaints/timeline/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import type { Refused } from '#kit/call.ts'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import { readFile } from '#kit/files.ts'
import { useSettled } from '#kit/settled.ts'
import {
  checkPaper,
  issuePaper,
  typedLetter,
  typesetLetter,
  type Paper,
  type PaperOpening,
  type TypedLetter,
} from '../../../typesetting/contract.ts'
import { paperDraft, type PaperDraft } from '../../contract.ts'
import { reasonsIn } from '../../../ui/parts/useReply.ts'
import { letterOf, sheetsIn } from '../../rules.ts'

type Mail = {
  readonly text: string
  readonly subject: string
  readonly reasons: Readonly<Record<string, string>>
}

/** The letter on paper beside a reply: what is decided about it, what is asked of it, and how it is issued. */
export function usePaper(complaintId: string, mail: Mail, opening: PaperOpening) {
  const draft = useDraft<PaperDraft>(`paper/${complaintId}`, paperDraft.parse({}), asKept)
  const issuing = useCommand(issuePaper)
  // What the writer had seen when they began; only they can say that they have read on.
  const [seen, setSeen] = useState(opening.head)
  const letter = letterOf(draft.value, mail, opening)
  const asked = useAsked(complaintId, letter)
  const { refusal } = issuing
  const news = staleData.safeParse(refusal?.code === 'letters.unseen' ? refusal.data : null)

  async function issue(): Promise<Paper | null> {
    const basedOn = news.success ? news.data.head : seen
    setSeen(basedOn)
    const { format } = draft.value
    const body = { letter, format, basedOn, reasons: reasonsIn(mail.reasons) }
    const answered = await issuing.send({ params: { complaintId }, body })
    if (!answered.ok) return null
    setSeen(answered.value.head)
    return answered.value.paper
  }
  return {
    draft: draft.value,
    change: (changes: Partial<PaperDraft>) => draft.change({ ...draft.value, ...changes }),
    letter,
    asked,
    issue,
    isIssuing: issuing.isSending,
    refusal,
    hasNews: news.success,
  }
}
export type PaperBeside = ReturnType<typeof usePaper>

function asKept(kept: unknown): PaperDraft | null {
  const read = paperDraft.safeParse(kept)
  return read.success ? read.data : null
}

// Setting takes the server a tenth of a second and sends a whole sheet: not for each key.
const pauseMs = 500

function useAsked(complaintId: string, letter: TypedLetter) {
  const settled = useSettled(JSON.stringify(letter), pauseMs)
  const answer = useAnswer(
    checkPaper,
    { params: { complaintId }, body: { letter: typedLetter.parse(JSON.parse(settled)) } },
    { keepPrevious: true },
  )
  return answer.state === 'ready' ? answer.value : null
}

export type Picture = {
  /** Of all sheets below one another; null until the first one is there. */
  readonly src: string | null
  readonly sheets: number
  readonly isSetting: boolean
  readonly refusal: Refused | null
}

/** The letter as it would be printed, a moment behind the keys. The last picture stays until there is another. */
export function usePicture(complaintId: string | null, letter: TypedLetter): Picture {
  const settled = useSettled(JSON.stringify(letter), pauseMs)
  return useDrawn(async (signal) => {
    const body = {
      letter: typedLetter.parse(JSON.parse(settled)),
      format: 'svg',
      complaintId,
    } as const
    return readFile(typesetLetter, { body }, signal)
  }, settled)
}

/** `asked`: when it changes, the drawing is asked for anew. */
export function useDrawn(
  draw: (signal: AbortSignal) => ReturnType<typeof readFile>,
  asked: string,
): Picture {
  const [picture, setPicture] = useState<Picture>(nothing)
  const begin = useEffectEvent(draw)
  useEffect(() => {
    const stop = new AbortController()
    setPicture((before) => ({ ...before, isSetting: true }))
    begin(stop.signal).then(
      (answered) =>
        setPicture((before) =>
          answered.ok
            ? { ...drawn(answered.value), isSetting: false, refusal: null }
            : { ...before, isSetting: false, refusal: answered.refusal },
        ),
      () => undefined,
    )
    return () => stop.abort()
  }, [asked])
  useEffect(() => () => void (picture.src && URL.revokeObjectURL(picture.src)), [picture.src])
  return picture
}

const nothing: Picture = { src: null, sheets: 1, isSetting: true, refusal: null }

function drawn(svg: string) {
  const src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  return { src, sheets: sheetsIn(svg) }
}

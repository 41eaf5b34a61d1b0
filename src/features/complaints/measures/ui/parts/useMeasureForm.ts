import {
  changeMeasure,
  isDecided,
  writeMeasure,
  type Measure,
} from '#features/complaints/measures/contract.ts'
import { functions } from '#features/complaints/contract.ts'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import { useSeen } from '#kit/seen.ts'

/** What is typed of a measure; kept in this browser until the record has it. */
type Typed = {
  readonly words: string
  readonly answeringFunction: (typeof functions)[number]
  readonly ownerName: string
  readonly fromOn: string
  readonly dueOn: string
  readonly isDecided: boolean
  readonly decidedBy: string
  readonly decidedOn: string
  readonly isRewording: boolean
}

type Given = {
  readonly complaintId: string
  readonly head: number
  /** The one that is changed; a new one without. */
  readonly measure?: Measure
  readonly today: string
  readonly onDone: () => void
}

export function useMeasureForm({ complaintId, head, measure, today, onDone }: Given) {
  const before = startOf(measure, today)
  const key = `${complaintId}/measure/${measure?.id ?? 'new'}`
  const draft = useDraft(key, before, (kept) => understood(kept, before))
  const seen = useSeen(head)
  const sending = useSending(complaintId, measure)
  const typed = draft.value

  async function save() {
    const answered = await sending.send(typed, seen.basedOn())
    seen.settle(answered)
    if (!answered.ok) return
    draft.clear()
    onDone()
  }
  return {
    typed,
    change: (changes: Partial<Typed>) => {
      seen.touch()
      draft.change({ ...typed, ...changes })
    },
    save,
    /** Other words of a measure that was decided: is it the same? */
    asksWhetherSame:
      measure !== undefined && isDecided(measure) && typed.words.trim() !== measure.words,
    isUnfinished: typed.isDecided && (typed.decidedBy.trim() === '' || typed.decidedOn === ''),
    isSaving: sending.isSending,
    refusal: sending.refusal,
  }
}

/** A new one is written down, decided at once if it is; a known one is changed. */
function useSending(complaintId: string, measure: Measure | undefined) {
  const writing = useCommand(writeMeasure)
  const changing = useCommand(changeMeasure)

  function send(typed: Typed, basedOn: { readonly basedOn?: number }) {
    const { isDecided, decidedBy, decidedOn: on, isRewording } = typed
    const body = { ...termsOf(typed), ...basedOn }
    if (measure) {
      const params = { complaintId, measureId: measure.id }
      return changing.send({ params, body: { ...body, isRewording } })
    }
    const decided = isDecided ? { decided: { on, byName: decidedBy.trim() } } : {}
    return writing.send({ params: { complaintId }, body: { ...body, ...decided } })
  }
  return {
    send,
    isSending: writing.isSending || changing.isSending,
    refusal: writing.refusal ?? changing.refusal,
  }
}

function startOf(measure: Measure | undefined, today: string): Typed {
  return {
    words: measure?.words ?? '',
    answeringFunction: measure?.answeringFunction ?? 'product',
    ownerName: measure?.ownerName ?? '',
    fromOn: measure?.fromOn ?? '',
    dueOn: measure?.dueOn ?? '',
    isDecided: false,
    decidedBy: '',
    decidedOn: today,
    isRewording: false,
  }
}

function termsOf({ words, answeringFunction, ownerName, fromOn, dueOn }: Typed) {
  return {
    words: words.trim(),
    answeringFunction,
    ownerName: ownerName.trim(),
    fromOn: fromOn === '' ? null : fromOn,
    dueOn: dueOn === '' ? null : dueOn,
  }
}

/** Field by field, so that an older version may have left less. */
function understood(kept: unknown, before: Typed): Typed | null {
  if (typeof kept !== 'object' || kept === null) return null
  const text = (name: keyof Typed, otherwise: string) => {
    const value: unknown = Reflect.get(kept, name)
    return typeof value === 'string' ? value : otherwise
  }
  const isSo = (name: keyof Typed) => Reflect.get(kept, name) === true
  const named = text('answeringFunction', '')
  return {
    words: text('words', before.words),
    answeringFunction: functions.find((each) => each === named) ?? before.answeringFunction,
    ownerName: text('ownerName', before.ownerName),
    fromOn: text('fromOn', before.fromOn),
    dueOn: text('dueOn', before.dueOn),
    isDecided: isSo('isDecided'),
    decidedBy: text('decidedBy', ''),
    decidedOn: text('decidedOn', before.decidedOn),
    isRewording: isSo('isRewording'),
  }
}

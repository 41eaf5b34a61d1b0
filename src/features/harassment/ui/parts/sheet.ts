import { useEffect, useEffectEvent } from 'react'
import { keepSheet } from '#features/protection/sheets/contract.ts'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import type { PoliceSheet } from '../../police/contract.ts'
import type { policeMessages } from '../../police/messages.ts'

export const sheetFields = [
  'place',
  'what',
  'since',
  'injuries',
  'people',
  'direction',
  'callBack',
] as const
export type SheetField = (typeof sheetFields)[number]
export type Filled = Readonly<Record<SheetField, string>>
type Words = (typeof policeMessages)['ja' | 'en']['words']

/** One page holds so many; the earlier ones are in the record. */
const most = { heard: 8, steps: 6, what: 3 }

export type Shown = {
  readonly filled: Filled
  readonly who: string
  readonly heard: PoliceSheet['heard']
  readonly steps: PoliceSheet['steps']
  /** Words and steps that are left to the record. */
  readonly earlier: number
}

/** What stands on the sheet: from the record, or as it was written over. `now`: ms. */
export function shownOf(
  sheet: PoliceSheet,
  over: Partial<Filled>,
  words: Words,
  now: number,
): Shown {
  const { name, phone, address } = sheet.customer
  const minutes = sheet.since ? Math.floor((now - Date.parse(sheet.since)) / 60_000) : 0
  const heard = sheet.heard.slice(-most.heard)
  const steps = sheet.steps.slice(-most.steps)
  const from: Filled = {
    place: sheet.place,
    what: sheet.heard
      .slice(-most.what)
      .map((each) => `「${each.words}」`)
      .join('\n'),
    since: sheet.since ? words.ago({ minutes: Math.max(0, minutes) }) : '',
    injuries: sheet.injuries || words.none,
    people: name,
    direction: '',
    callBack: '',
  }
  return {
    filled: { ...from, ...over },
    who: [name, phone, address].filter((each) => each !== '').join('　'),
    heard,
    steps,
    earlier: sheet.heard.length - heard.length + (sheet.steps.length - steps.length),
  }
}

/** What was written over what the record says; it is kept on this machine until it is not needed any more. */
export function useWritten(complaintId: string) {
  const draft = useDraft<Partial<Filled>>(`${complaintId}/police`, {}, understood)
  const change = (field: SheetField, text: string) =>
    draft.change({ ...draft.value, [field]: text })
  return { over: draft.value, change }
}

function understood(kept: unknown): Partial<Filled> | null {
  if (typeof kept !== 'object' || kept === null) return null
  const told = new Map<string, unknown>(Object.entries(kept))
  return Object.fromEntries(
    sheetFields.flatMap((field) => {
      const text = told.get(field)
      return typeof text === 'string' ? [[field, text]] : []
    }),
  )
}

type Line = { readonly label: string; readonly words: string }

/** That it was opened and printed, and what it said then, goes into the protective record, whoever it was. */
export function useKeeping(complaintId: string, number: '110' | '#9110', lines: readonly Line[]) {
  const command = useCommand(keepSheet)
  const keep = useEffectEvent((act: 'opened' | 'printed') => {
    const body = { number, act, lines: [...lines] }
    void command.send({ params: { complaintId }, body })
  })
  useEffect(() => {
    keep('opened')
    const printed = () => keep('printed')
    addEventListener('beforeprint', printed)
    return () => removeEventListener('beforeprint', printed)
  }, [])
  return command
}

export function linesOf(
  sheet: PoliceSheet,
  { filled, who, heard, steps }: Shown,
  words: Words,
  clock: (at: string) => string,
): Line[] {
  const { number, organisationName: organisation, handlerName: name } = sheet
  return [
    { label: words.number, words: number },
    { label: words.by, words: words.caller({ organisation, name }) },
    ...sheetFields.map((field) => ({ label: words.fields[field], words: filled[field] })),
    { label: words.who, words: who },
    ...heard.map((each) => ({
      label: `${words.heard} ${clock(each.at)}`,
      words: `「${each.words}」${each.byName}`,
    })),
    ...steps.map(({ step, at, said }) => ({
      label: `${words.steps} ${clock(at)}`,
      words: `${words.stepNames[step]}　${said}`,
    })),
  ]
}

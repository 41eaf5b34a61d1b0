import { useEffect, useEffectEvent, useState } from 'react'
import type { z } from 'zod'
import { lineOf } from '#features/remedies/cells/rules.ts'
import {
  columns,
  readTable,
  saveDraft,
  type SheetLine,
} from '#features/remedies/tables/contract.ts'
import { tablesMessages } from '#features/remedies/tables/messages.ts'
import { call } from '#kit/call.ts'
import { useCommand } from '#kit/commands.ts'
import { useHistory } from '#kit/history.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import type { SheetRow } from '#kit/sheet.ts'
import { showToast } from '#kit/toasts.ts'

export type Table = z.output<typeof readTable.answer>
type Kept = {
  readonly revision: number
  readonly fromNumber: number
  readonly lines: readonly SheetLine[]
  readonly at: string | null
  readonly byName: string
}

const afterMs = 700

/** The sheet as it is on this screen, and as it is kept: every change is saved shortly after it. */
export function useDraft(table: Table, ownName: string) {
  const language = useLanguage()
  const [kept, setKept] = useState<Kept>(() => keptIn(table, language))
  const history = useHistory<readonly SheetLine[]>(kept.lines)
  const saving = useSaving({ kept, setKept, lines: history.value, ownName })
  const { words } = useMessages(tablesMessages)
  const show = (held: Kept) => {
    setKept(held)
    history.set(held.lines)
  }

  /** What others have made of it; the own sheet is one step of undo away. */
  async function readAgain() {
    const answered = await call(readTable, {})
    if (!answered.ok) return
    saving.forget()
    show(keptIn(answered.value, language))
  }
  /** An earlier table as the draft of the next one. */
  function bringBack(older: readonly SheetLine[], number: number) {
    history.set(older)
    showToast({ text: words.versions.broughtBack({ number }), undo: history.undo })
  }
  const change = (rows: readonly SheetRow[]) => history.set(rows.map(toLine))
  /** There is no draft any more; what is shown is the table in force. */
  const begin = () => show(keptIn({ ...table, draft: null }, language))
  return { ...saving, history, lines: history.value, kept, readAgain, bringBack, change, begin }
}

function useSaving(the: {
  kept: Kept
  setKept: (kept: Kept) => void
  lines: readonly SheetLine[]
  ownName: string
}) {
  const { kept, lines } = the
  const command = useCommand(saveDraft)
  const isDirty = lines !== kept.lines

  /** The revision under which it is kept now; null when it could not be. */
  async function keep(): Promise<number | null> {
    if (!isDirty) return kept.revision
    const { revision, fromNumber } = kept
    const answered = await command.send({ body: { revision, fromNumber, lines: [...lines] } })
    if (!answered.ok) return null
    const { revision: next, changedAt: at } = answered.value
    the.setKept({ revision: next, fromNumber, lines, at, byName: the.ownName })
    return next
  }
  const isWaiting = isDirty && !command.isSending && command.refusal === null
  const soon = useEffectEvent(() => void keep())
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setTimeout(soon, afterMs)
    return () => clearTimeout(timer)
  }, [isWaiting, lines])
  return { isDirty, keep, refusal: command.refusal, forget: command.forget }
}

export type DraftSheet = ReturnType<typeof useDraft>

function keptIn({ draft, rules, version }: Table, language: 'ja' | 'en'): Kept {
  if (draft) {
    const { revision, fromNumber, lines, changedAt: at, changedByName: byName } = draft
    return { revision, fromNumber, lines, at, byName }
  }
  const lines = rules.map((rule) => lineOf(rule, language))
  return { revision: 0, fromNumber: version?.number ?? 0, lines, at: null, byName: '' }
}

function toLine({ id, cells }: SheetRow): SheetLine {
  return { id, cells: Object.fromEntries(columns.map((column) => [column, cells[column] ?? ''])) }
}

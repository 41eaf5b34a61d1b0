import type { Language } from '#kernel/dictionary.ts'
import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import { typeset } from '#platform/paper/typeset.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import { readHandOverPaper } from '../contract.ts'
import { handOverSheet, takerOf } from '../hand-over/rules.ts'
import { canLook } from '../policy.ts'
import { onPaper, paperSource, type Names } from './rules.ts'

export type NamesIn = (language: Language) => Names

/** The hand-over sheet as PDF: one A4, made from the record as it is now. */
export function paperRoutes(ports: Ports, namesIn: NamesIn): Route<Scope | null>[] {
  return [
    deskRoute(readHandOverPaper, canLook, async ({ may, params: { complaintId } }) => {
      const record = await inside(ports.db, may, (tx) => recordOf(tx, may, complaintId))
      if (!record) return refuse('missing', 'complaints.missing', {})
      const { language, viewer } = may
      const now = ports.clock.now().toString()
      const sheet = handOverSheet(record, { complaintId, now, receiver: takerOf(viewer) })
      const setting = { language, names: namesIn(language), clocks: record.clocks, now }
      const paper = onPaper(sheet, setting)
      const bytes = await typeset(paperSource, paper)
      return ok({ name: `${paper.title}-${sheet.number}.pdf`, bytes })
    }),
  ]
}

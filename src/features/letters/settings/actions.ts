import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { calendarOf, inside, organisationOf, type May, type Scope } from '#features/access/door.ts'
import { findingsBeforeAnyCase } from '../gate/queries.ts'
import { fill, subjectOf, unknownIn, valuesOf } from '../acknowledgement/rules.ts'
import type { LetterSettings, ShownSettings } from './contract.ts'
import { shownSettings } from './queries.ts'
import { keepSettings } from './store.ts'

/** A text with a place that nothing fills is not kept: it would be sent to nobody, and nobody would notice. */
export function changeSettings(
  ports: Ports,
  may: May<'letters.change-settings'>,
  settings: LetterSettings,
): Promise<Result<ShownSettings>> {
  const text = settings.acknowledgement?.trim() || null
  const unknown = text ? unknownIn(text) : []
  const now = ports.clock.now().toString()
  return decideWithinWall<ShownSettings>(ports.db, may, async (tx) => {
    if (unknown.length > 0)
      return refuse('invalid', 'letters.placeholder-unknown', { names: unknown })
    const findings = text === null ? [] : await wordsNobodyMaySend(tx, may, text, now)
    if (findings.length > 0) return refuse('blocked', 'letters.acknowledgement-held', { findings })
    await keepSettings(tx, may, { ...settings, acknowledgement: text }, now)
    return ok(await shownSettings(tx, may))
  })
}

/** It goes to everybody who writes, before anything is known: nothing that needs a leader or other words. */
async function wordsNobodyMaySend(tx: Tx, scope: Scope, text: string, at: string) {
  const found = await findingsBeforeAnyCase(tx, scope, text, at)
  return found.filter(
    ({ need, rule }) => need !== 'nothing' && need !== 'reason' && rule !== 'placeholder',
  )
}

export function preview(ports: Ports, may: May<'letters.see-settings'>, text: string) {
  return inside(ports.db, may, async (tx) => {
    const organisation = await organisationOf(tx, may)
    const calendar = await calendarOf(tx, may)
    const at = ports.clock.now().toString()
    const [mailbox] = (await shownSettings(tx, may)).mailboxes
    const values = valuesOf({
      number: 'U26-00123',
      name: '山田 花子',
      receivedAt: at,
      subject: '湯のみが割れていました',
      organisation: organisation.name,
      desk: mailbox?.displayName || organisation.name,
      calendar,
    })
    const subject = subjectOf('U26-00123', '湯のみが割れていました')
    return ok({ subject, text: fill(text, values).text, unknown: unknownIn(text) })
  })
}

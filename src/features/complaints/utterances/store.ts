import { sql, type SqlBool } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Notice } from '#platform/realtime/hub.ts'
import { tellNodes } from '#platform/realtime/notices.ts'
import type { Scope } from '#features/access/door.ts'
import type { Cue } from '#features/language/contract.ts'
import { utteranceHeard, type Said } from './contract.ts'

export type Heard = {
  readonly complaintId: string
  readonly said: Said
  readonly cues: readonly Cue[]
  readonly heardAt: string
}

/** Keeps provisional words; false when what stands there is final, newer or the same. */
export function keepProvisional(tx: Tx, scope: Scope, heard: Heard): Promise<boolean> {
  return keep(tx, scope, heard, heard.said.text)
}

/** Marks an utterance final and forgets the words here: they go into the timeline. False when it was final already. */
export function markFinal(tx: Tx, scope: Scope, heard: Heard): Promise<boolean> {
  return keep(tx, scope, { ...heard, cues: [] }, '')
}

async function keep(
  tx: Tx,
  { organisationId: organisation_id }: Scope,
  { complaintId: complaint_id, said, cues, heardAt }: Heard,
  text: string,
): Promise<boolean> {
  const { id, state, speaker, at } = said
  const told = { state, speaker, text, cues: JSON.stringify(cues), said_at: at, heard_at: heardAt }
  const row = await tx
    .insertInto('complaints_utterances')
    .values({ organisation_id, id, complaint_id, ...told })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'id'])
        .doUpdateSet(told)
        .where('complaints_utterances.complaint_id', '=', complaint_id)
        .where('complaints_utterances.state', '=', 'provisional')
        .where(state === 'final' ? sql<SqlBool>`true` : isNews({ ...said, text })),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What was overtaken on its way does not come back, and the same again is no news. */
function isNews({ at, text, speaker }: Said) {
  return sql<SqlBool>`complaints_utterances.said_at <= ${at}
    and (complaints_utterances.text, complaints_utterances.speaker) is distinct from (${text}, ${speaker})`
}

/** Tells the screens: which utterance, and the codes of what was heard in it. */
export async function tell(
  tx: Tx,
  { organisationId, actor: by }: Scope,
  sequence: number,
  { complaintId, said, cues, heardAt: at }: Heard,
): Promise<void> {
  const codes = [...new Set(cues.map(({ code }) => code))]
  const place = { organisationId, id: said.id, complaintId, sequence }
  const notice: Notice = { ...place, type: utteranceHeard, at, by, cues: codes }
  tellNodes(tx, notice)
}

export async function forgetUtterances(tx: Tx, complaintId: string): Promise<void> {
  await tx.deleteFrom('complaints_utterances').where('complaint_id', '=', complaintId).execute()
}

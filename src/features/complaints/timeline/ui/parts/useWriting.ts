import {
  addNote,
  claimFact,
  makeDemand,
  raiseConcern,
} from '#features/complaints/handling/contract.ts'
import type { Answered } from '#kit/call.ts'
import { useCommand } from '#kit/commands.ts'
import type { ComposerExtras, ComposerKind } from './kinds.ts'

/** Sends what was written to where it belongs in the record. */
export function useWriting(complaintId: string) {
  const note = useCommand(addNote)
  const concern = useCommand(raiseConcern)
  const fact = useCommand(claimFact)
  const demand = useCommand(makeDemand)
  const all = [note, concern, fact, demand]
  const params = { complaintId }

  function send(
    kind: ComposerKind,
    text: string,
    extras: ComposerExtras,
  ): Promise<Answered<unknown>> {
    for (const each of all) each.forget()
    if (kind === 'concern') return concern.send({ params, body: { words: text } })
    if (kind === 'demand')
      return demand.send({ params, body: { kind: extras.demand, words: text } })
    if (kind === 'fact') {
      const source = extras.source.trim()
      return fact.send({ params, body: { topic: extras.topic, statement: text, source } })
    }
    return note.send({ params, body: { speaker: kind, text } })
  }
  return {
    send,
    isSending: all.some(({ isSending }) => isSending),
    refusal: all.find(({ refusal }) => refusal !== null)?.refusal ?? null,
  }
}

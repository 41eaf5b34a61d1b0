import { z } from 'zod'
import type { Channel } from '#features/complaints/contract.ts'
import type { Message } from '../import/contract.ts'

/** A thing of another desk as its export has it: only what is named below is understood, all of it is kept. */
export const thing = z.record(z.string(), z.unknown())
export type Thing = z.output<typeof thing>

export type Person = {
  readonly name: string
  readonly email: string
  readonly phone: string
}

/** A ticket of any desk in the words of this house; `heard` in the order in which it was said. */
export type Ticket = {
  readonly system: string
  readonly reference: string
  readonly subject: string
  readonly createdAt: string | null
  readonly channel: Channel
  readonly requester: Person
  readonly heard: readonly Message[]
  readonly attachments: readonly { name: string; url: string }[]
  readonly closedAs: string | null
  /** Tags, custom fields and whatever else was said about it. */
  readonly rest: Record<string, string>
}

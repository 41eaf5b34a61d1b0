import {
  BadgeCheck,
  HeartCrack,
  Megaphone,
  MessageCircle,
  MessageSquareQuote,
  NotebookPen,
} from 'lucide-react'
import type { demandKinds, factTopics } from '#features/complaints/contract.ts'

/** What can be written into the record from the desk. */
export const composerKinds = [
  { id: 'internal', icon: NotebookPen },
  { id: 'customer', icon: MessageSquareQuote },
  { id: 'operator', icon: MessageCircle },
  { id: 'concern', icon: HeartCrack },
  { id: 'fact', icon: BadgeCheck },
  { id: 'demand', icon: Megaphone },
] as const
export type ComposerKind = (typeof composerKinds)[number]['id']

/** What the details of a fact or a demand add to the words. */
export type ComposerExtras = {
  readonly topic: (typeof factTopics)[number]
  readonly source: string
  readonly demand: (typeof demandKinds)[number]
}

import type { ComponentType, RefObject } from 'react'
import type { GateFinding } from '#features/letters/gate/contract.ts'
import type { WritingHandle } from '#kit/WritingArea.tsx'

/** A field in which what the gate found is underlined, with the list of it below: the letters' own. */
export type GatedField = ComponentType<{
  complaintId: string
  label: string
  text: string
  findings: readonly GateFinding[]
  reasons: Readonly<Record<string, string>>
  onText: (text: string) => void
  onReason: (rule: string, reason: string) => void
  onSend: () => void
  field: RefObject<WritingHandle | null>
}>

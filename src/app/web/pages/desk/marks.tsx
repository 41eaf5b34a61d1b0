import type { ReactNode } from 'react'
import type { Cue } from '#features/language/contract.ts'
import { MarkedText } from '#features/language/ui/MarkedText.tsx'

export function mark(text: string, cues: readonly Cue[]): ReactNode {
  return <MarkedText text={text} cues={cues} />
}

import type { Cue } from '#features/language/contract.ts'
import { criticalCues } from '#features/language/contract.ts'
import { piecesOf } from './pieces.ts'

/** Words with the cues in them lit. */
export function Marks(props: { text: string; cues: readonly Cue[] }) {
  return piecesOf(props.text, props.cues).map((piece, index) =>
    piece.code === null ? (
      <span key={index}>{piece.text}</span>
    ) : (
      <mark
        key={index}
        className={`rounded-xs box-decoration-clone text-inherit ${isCritical(piece.code) ? 'bg-red-bg shadow-[0_2px_0_var(--red)]' : 'bg-orange-bg shadow-[0_2px_0_var(--orange)]'}`}
      >
        {piece.text}
      </mark>
    ),
  )
}

function isCritical(code: string): boolean {
  return criticalCues.some((critical) => critical === code)
}

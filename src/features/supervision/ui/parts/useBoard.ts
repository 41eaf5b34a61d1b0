import { movement } from '#features/complaints/timeline/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMoved, useThrottled } from '#kit/live.tsx'
import { readBoard } from '../../contract.ts'
import { watchersChanged } from '../../watching/contract.ts'

const atMostEveryMs = 500

/** The board, asked for again when anything moves; also when words are only being said, if they carry a cue. */
export function useBoard() {
  const board = useAnswer(readBoard, {}, { live: true })
  const again = useThrottled(() => {
    if (board.state === 'ready') board.again()
  }, atMostEveryMs)
  useMoved((data) => {
    const moved = movement.safeParse(data)
    if (!moved.success) return
    const { cues = [], type } = moved.data
    if (cues.length > 0 || type === watchersChanged) again()
  })
  return board
}

import { movement } from '#features/complaints/timeline/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { useKeptUp, useMoved, useThrottled } from '#kit/live.tsx'
import { readBoard } from '../../contract.ts'
import { watchersChanged } from '../../watching/contract.ts'

const atMostEveryMs = 500

/** The board as it was answered last. */
export function useBoard() {
  return useAnswer(readBoard, {}, { live: true })
}

/** Once on a page: asks for the board when anything moves; also when words are only being said, if they carry a cue. */
export function useBoardKeptUp(): void {
  const again = useThrottled(useKeptUp(readBoard), atMostEveryMs)
  useMoved((data) => {
    const moved = movement.safeParse(data)
    if (!moved.success) return
    const { cues = [], type } = moved.data
    if (cues.length > 0 || type === watchersChanged) again()
  })
}

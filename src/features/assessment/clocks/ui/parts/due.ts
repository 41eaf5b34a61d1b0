import { listDueClocks, type DueLine } from '#features/assessment/clocks/contract.ts'
import { useAnswer } from '#kit/answers.ts'

export function useDue(show: 'mine' | 'desk' | 'all', isOff = false) {
  const answer = useAnswer(listDueClocks, { query: { show } }, { live: true, isOff })
  return answer.state === 'ready' ? answer.value : { lines: [], undecided: [] }
}

/** What is over: one's own; for whoever leads, whosever it is. */
export function useOver(isLeader: boolean): DueLine[] {
  const { lines } = useDue(isLeader ? 'all' : 'mine')
  return lines.filter(({ state }) => state === 'over')
}

import { useAgain } from '#kit/again.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { listCases } from '../contract.ts'
import { casesMessages } from '../messages.ts'

/** For the desk's own Today alone: how many wait, and nothing of who or what. */
export default function CaseNews() {
  const { words } = useMessages(casesMessages)
  const known = useAnswer(listCases, {})
  useAgain(60, known.again)
  const count = known.state === 'ready' ? known.value.cases.filter(({ waits }) => waits).length : 0
  return count === 0 ? null : <span className="text-orange">　{words.news({ count })}</span>
}

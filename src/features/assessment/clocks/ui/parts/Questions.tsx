import { CircleCheck, CircleDashed, CircleHelp, CircleMinus } from 'lucide-react'
import type { Question } from '#features/assessment/clocks/contract.ts'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import { useMessages } from '#kit/language.tsx'

const looks = {
  yes: { Icon: CircleCheck, tone: 'text-red' },
  no: { Icon: CircleMinus, tone: 'text-green' },
  unknown: { Icon: CircleHelp, tone: 'text-orange' },
} as const

/** What was answered and by whom; each can be answered anew. What nobody knows yet stays in sight. */
export function Questions(props: {
  questions: readonly Question[]
  onAsk: (question: Question) => void
}) {
  const { triage } = useMessages(clocksMessages).words
  const open = props.questions.filter(({ answer }) => answer === 'unknown')
  const answered = props.questions.filter(({ answer }) => answer === 'yes' || answer === 'no')
  return (
    <>
      {open.length > 0 ? (
        <ul className="flex flex-col">
          {open.map((question) => (
            <Line key={question.question} question={question} onAsk={props.onAsk} />
          ))}
        </ul>
      ) : null}
      {answered.length > 0 ? (
        <details className="text-xs">
          <summary className="tap w-fit cursor-pointer text-sub">
            {triage.title}：{answered.length}
          </summary>
          <ul className="flex flex-col">
            {answered.map((question) => (
              <Line key={question.question} question={question} onAsk={props.onAsk} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

function Line({ question, onAsk }: { question: Question; onAsk: (question: Question) => void }) {
  const { triage } = useMessages(clocksMessages).words
  const { answer, answered } = question
  const { Icon, tone } = answer ? looks[answer] : { Icon: CircleDashed, tone: 'text-sub' }
  return (
    <li>
      <button
        type="button"
        onClick={() => onAsk(question)}
        className="tap flex w-full cursor-pointer items-start gap-1.5 rounded-md py-1 text-start text-xs hover:bg-gray-bg"
      >
        <Icon aria-hidden size={14} className={`mt-0.5 shrink-0 ${tone}`} />
        <span className="min-w-0 flex-1">{triage.questions[question.question]}</span>
        <span className="shrink-0 text-sub">
          {answer ? triage.answers[answer] : ''}　{answered?.byName ?? triage.fromRecord}
        </span>
      </button>
    </li>
  )
}

import { Eye, PenLine } from 'lucide-react'
import { readViewer } from '#features/access/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import type { Hand } from '../../contract.ts'
import { writingMessages } from '../../messages.ts'
import { othersWith } from '../../rules.ts'

/** Who else has this reply open: said before two people send the same answer. */
export function Together(props: {
  hands: readonly Hand[]
  /** Whoever only reads has nothing to send. */
  isReader?: boolean
}) {
  const { words } = useMessages(writingMessages)
  const viewer = useAnswer(readViewer, {})
  const others = othersWith(props.hands, viewer.state === 'ready' ? viewer.value.memberId : null)
  const named = (doing: Hand['doing']) => {
    const names = others.filter((each) => each.doing === doing).map(words.san)
    return names.join('、')
  }
  const [typing, open, reading] = [named('typing'), named('open'), named('reading')]
  return (
    <p role="status" className="flex flex-wrap gap-x-4 gap-y-1 text-sm empty:hidden">
      {typing ? (
        <span className="inline-flex items-center gap-1.5 font-semibold text-orange">
          <PenLine aria-hidden size={16} className="shrink-0" />
          {(props.isReader ? words.typingNow : words.typing)({ names: typing })}
        </span>
      ) : null}
      {open ? (
        <span className="inline-flex items-center gap-1.5 text-orange">
          <Eye aria-hidden size={16} className="shrink-0" />
          {words.open({ names: open })}
        </span>
      ) : null}
      {reading ? (
        <span className="inline-flex items-center gap-1.5 text-sub">
          <Eye aria-hidden size={16} className="shrink-0" />
          {words.reading({ names: reading })}
        </span>
      ) : null}
    </p>
  )
}

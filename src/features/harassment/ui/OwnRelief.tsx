import { Coffee } from 'lucide-react'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { clockTime } from '#kit/time.ts'
import { endRelief, readRelief } from '../ladder/contract.ts'
import { ladderMessages } from '../ladder/messages.ts'

/** Only for oneself: until when, and back earlier of one's own accord. */
export default function OwnRelief({ className }: { className: string }) {
  const { words } = useMessages(ladderMessages)
  const language = useLanguage()
  const relief = useAnswer(readRelief, {})
  const back = useCommand(endRelief)
  const until = relief.state === 'ready' ? relief.value.until : null
  if (until === null) return null
  return (
    <section
      aria-label={words.relief.title}
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl bg-green-bg px-4 py-3 ${className}`}
    >
      <Coffee aria-hidden size={20} className="shrink-0 text-green" />
      <div className="min-w-52 flex-1">
        <p className="font-semibold text-green">
          {words.relieved({ time: clockTime(until, language) })}
        </p>
        <p className="text-sm">{words.relievedLead}</p>
      </div>
      <Button isBusy={back.isSending} onPress={() => void back.send({})}>
        {words.back}
      </Button>
    </section>
  )
}

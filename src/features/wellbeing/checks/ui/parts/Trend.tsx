import { Trash2 } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'
import { dropCheck, nameOfLevel, questions, type Check } from '../../contract.ts'
import { checksMessages } from '../../messages.ts'

/** How it has been: each check a line, said in words; the darker, the heavier. */
export function Trend({ checks }: { checks: readonly Check[] }) {
  const { words } = useMessages(checksMessages)
  const isHeavy = checks.slice(0, 3).filter(({ body, on }) => body === 3 || on === 3).length >= 2
  return (
    <div className="flex flex-col gap-2">
      <h4 className="text-sm font-semibold">{words.trend}</h4>
      {checks.length === 0 ? <p className="text-sm text-sub">{words.none}</p> : null}
      {isHeavy ? (
        <p role="status" className="rounded-lg bg-orange-bg px-3 py-2 text-sm text-orange">
          {words.heavy}
        </p>
      ) : null}
      <ul className="flex flex-col">
        {checks.map((check) => (
          <Line key={check.id} check={check} />
        ))}
      </ul>
    </div>
  )
}

const shades = [
  'bg-gray-bg',
  'bg-green-bg text-green',
  'bg-orange-bg text-orange',
  'bg-red-bg text-red',
]

function Line({ check }: { check: Check }) {
  const { words } = useMessages(checksMessages)
  const language = useLanguage()
  const at = dayAndTime(check.at, useNow(), language)
  const command = useCommand(dropCheck)
  return (
    <li className="flex items-start gap-2 border-t border-line-soft py-2 text-sm">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex flex-wrap items-center gap-1.5">
          <span data-figures className="me-1 text-sub">
            {at}
          </span>
          {questions.map((question) => (
            <span
              key={question}
              className={`rounded-full px-2 py-0.5 text-xs ${shades[check[question]] ?? ''}`}
            >
              {words.short[question]} {words.levels[question][nameOfLevel(check[question])]}
            </span>
          ))}
        </div>
        {check.words ? <p className="whitespace-pre-wrap">{check.words}</p> : null}
      </div>
      <Button
        kind="quiet"
        size="small"
        label={words.removeNamed({ at })}
        isBusy={command.isSending}
        onPress={() => void command.send({ params: { checkId: check.id } })}
        icon={<Trash2 aria-hidden size={16} />}
      />
    </li>
  )
}

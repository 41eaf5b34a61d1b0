import { Badge } from '#kit/Badge.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { writtenDay } from '#kit/time.ts'
import type { CaseFile } from '../../contract.ts'
import { casesMessages } from '../../messages.ts'

const tones = { later: 'gray', due: 'orange', done: 'green' } as const

/** When the person is asked whether consulting did them harm. */
export function Checks({ file }: { file: CaseFile }) {
  const { words } = useMessages(casesMessages)
  const language = useLanguage()
  const now = useNow()
  return (
    <Section title={words.checks}>
      <p className="text-sm text-sub">{words.checksHint}</p>
      <ul className="flex flex-col gap-2">
        {file.checks.map(({ month, dueOn, state }) => (
          <li key={month} className="flex items-center gap-3 text-sm">
            <span className="flex-1">
              {words.checkOn({ count: month, day: writtenDay(dueOn, now, language) })}
            </span>
            <Badge tone={tones[state]}>{words.checkStates[state]}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  )
}

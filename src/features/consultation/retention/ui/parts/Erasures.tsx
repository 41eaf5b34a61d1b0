import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { writtenDay } from '#kit/time.ts'
import type { Erasure } from '../../contract.ts'
import { retentionMessages } from '../../messages.ts'

/** That something was erased, by whom and why. */
export function Erasures({ erasures }: { erasures: readonly Erasure[] }) {
  const { words } = useMessages(retentionMessages)
  const language = useLanguage()
  const now = useNow()
  if (erasures.length === 0) return null
  return (
    <Section title={words.erasures} folds="shut" count={erasures.length}>
      <p className="text-sm text-sub">{words.erasuresHint}</p>
      <ul className="flex flex-col gap-1 text-sm">
        {erasures.map(({ id, on, why, byName: name }) => (
          <li key={id}>
            <span className="me-3 text-sub">{writtenDay(on, now, language)}</span>
            {words.erasure[why]({ name })}
          </li>
        ))}
      </ul>
    </Section>
  )
}

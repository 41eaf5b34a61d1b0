import { useState } from 'react'
import { Phone, UsersRound } from 'lucide-react'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { writtenDay } from '#kit/time.ts'
import { listChecks } from '../checks/contract.ts'
import { wellbeingMessages } from '../messages.ts'
import { readCareSettings, type Helpline } from '../settings/contract.ts'
import { PassDialog } from './parts/PassDialog.tsx'

/** The desk of the company, always in sight, and lines outside of it. */
export default function Outside() {
  const { outside: words } = useMessages(wellbeingMessages).words
  const language = useLanguage()
  const checks = useAnswer(listChecks, {}, { live: true })
  const settings = useAnswer(readCareSettings, {})
  const [isOpen, setOpen] = useState(false)
  const own = checks.state === 'ready' ? checks.value : null
  const names = own?.desk.names.join(language === 'ja' ? '、' : ', ') ?? ''
  return (
    <Section title={words.title} icon={UsersRound} tone="blue">
      {own ? (
        <div className="flex flex-col items-start gap-2">
          <p className="text-sm">{names ? words.desk({ names }) : words.noDesk}</p>
          {names ? <Button onPress={() => setOpen(true)}>{words.pass}</Button> : null}
        </div>
      ) : null}
      {settings.state === 'ready' && settings.value.helplines.length > 0 ? (
        <Helplines helplines={settings.value.helplines} />
      ) : null}
      {isOpen && own ? (
        <PassDialog
          checks={own.checks}
          names={names}
          since={own.desk.since}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Section>
  )
}

function Helplines({ helplines }: { helplines: readonly Helpline[] }) {
  const { outside: words } = useMessages(wellbeingMessages).words
  const language = useLanguage()
  const now = useNow()
  return (
    <div className="flex flex-col gap-1 pt-2">
      <h4 className="text-sm font-semibold">{words.helplines}</h4>
      <ul className="flex flex-col">
        {helplines.map(({ name, phone, hours, checkedOn }) => (
          <li
            key={`${name}${phone}`}
            className="flex flex-wrap items-baseline gap-x-3 border-t border-line-soft py-2 text-sm"
          >
            <span className="font-medium">{name}</span>
            <a
              href={`tel:${phone.replace(/[^\d+#]/gu, '')}`}
              className="tap inline-flex items-center gap-1 text-accent underline underline-offset-4"
            >
              <Phone aria-hidden size={14} />
              {phone}
            </a>
            <span className="text-sub">{hours}</span>
            <span className="text-xs text-sub sm:ms-auto">
              {words.checked({ day: writtenDay(checkedOn, now, language) })}
            </span>
          </li>
        ))}
      </ul>
      <p className="text-xs text-sub">{words.note}</p>
    </div>
  )
}

import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import type { ClockDefinition } from '#features/assessment/definitions/contract.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'

/** What stands behind a kind of clock: who owes what to whom, by which law, read where and when. */
export function ClockFacts({ definition }: { definition: ClockDefinition }) {
  const { words } = useMessages(clocksMessages)
  const language = useLanguage()
  const { facts } = words
  const { start, when, bearer, addressee, basis, stages, notes, toCheck } = definition
  const soft = stages.flatMap(({ name, word }) =>
    word ? [`${name[language]}：${word[language]}`] : [],
  )
  return (
    <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-xs leading-relaxed">
      <Fact name={facts.when}>{when[language]}</Fact>
      <Fact name={facts.starts}>
        {words.starts[start.event]}
        {start.note ? <span className="block text-sub">{start.note[language]}</span> : null}
      </Fact>
      <Fact name={facts.bearer}>{bearer[language]}</Fact>
      <Fact name={facts.addressee}>{addressee[language]}</Fact>
      <Fact name={facts.basis}>{basis[language]}</Fact>
      {soft.length > 0 ? <Fact name={facts.word}>{soft.join('、')}</Fact> : null}
      {notes.length > 0 ? <Fact name={facts.notes}>{lines(notes, language)}</Fact> : null}
      {toCheck.length > 0 ? <Fact name={facts.toCheck}>{lines(toCheck, language)}</Fact> : null}
      <Fact name={facts.sources}>
        <Sources definition={definition} />
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sub">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}

function lines(texts: readonly { ja: string; en: string }[], language: 'ja' | 'en') {
  return texts.map((text) => (
    <span key={text.ja} className="block">
      {text[language]}
    </span>
  ))
}

function Sources({ definition }: { definition: ClockDefinition }) {
  const { words } = useMessages(clocksMessages)
  return (
    <>
      {definition.sources.map(({ url, kind }) => (
        <a
          key={url}
          href={url}
          target="_blank"
          rel="noreferrer"
          className="tap flex min-w-0 items-center gap-1 text-accent underline underline-offset-2"
        >
          <ExternalLink aria-hidden size={12} className="shrink-0" />
          <span className="truncate">{new URL(url).hostname}</span>
          <span className="shrink-0 text-sub">（{words[kind]}）</span>
        </a>
      ))}
      <span className="block text-sub">
        {words.facts.checked({ day: definition.checkedOn })}　{words.notAdvice}
      </span>
    </>
  )
}

import { CircleCheck, CircleX } from 'lucide-react'
import { useMemo } from 'react'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { useSettled } from '#kit/settled.ts'
import {
  type CompanyWords,
  type Place,
  type Tried as Result,
  tryCompanyWords,
} from '../../contract.ts'
import { companyWordsMessages } from '../../messages.ts'

/** Each test sentence as the judge reads it right now, while one types. */
export function Tried({ written }: { written: CompanyWords }) {
  const { words } = useMessages(companyWordsMessages)
  const results = useResults(written)
  const missed = results?.filter(({ isAsMeant }) => !isAsMeant).length ?? 0
  const count = results?.length ?? 0
  const summary = missed === 0 ? words.allAsMeant({ count }) : words.notAsMeant({ count, missed })
  return (
    <section aria-label={words.preview} className="rounded-lg border border-line-soft bg-bg p-3">
      <h3 className="mb-1 text-sm">{words.preview}</h3>
      <p
        role="status"
        className={`text-sm ${count === 0 ? 'text-sub' : missed === 0 ? 'text-green' : 'text-red'}`}
      >
        {count === 0 ? words.previewNone : summary}
      </p>
      <ul className="mt-2 flex flex-col gap-1.5 empty:hidden">
        {results?.map((result) => (
          <Line key={`${result.sentence}/${result.isAsMeant}`} result={result} />
        ))}
      </ul>
    </section>
  )
}

function useResults(written: CompanyWords): readonly Result[] | null {
  const print = useSettled(JSON.stringify(written))
  const body = useMemo((): CompanyWords => JSON.parse(print), [print])
  const trial = useAnswer(tryCompanyWords, { body }, { keepPrevious: true })
  return trial.state === 'ready' ? trial.value.results : null
}

function Line({ result }: { result: Result }) {
  const { words } = useMessages(companyWordsMessages)
  const { sentence, places, isAsMeant, isShipped } = result
  const Icon = isAsMeant ? CircleCheck : CircleX
  const how = places.length > 0 ? words.lights : words.dark
  return (
    <li className="flex items-start gap-2 text-sm">
      <Icon
        role="img"
        aria-label={isAsMeant ? words.asMeant : words.notMeant}
        size={16}
        className={`mt-1 shrink-0 ${isAsMeant ? 'text-green' : 'text-red'}`}
      />
      <span className="min-w-0 flex-1 wrap-anywhere">
        <Lit text={sentence} places={places} />
      </span>
      <span className={`shrink-0 text-xs leading-6 ${isAsMeant ? 'text-sub' : 'text-red'}`}>
        {isShipped ? words.shipped : how}
      </span>
    </li>
  )
}

function Lit({ text, places }: { text: string; places: readonly Place[] }) {
  const first = places[0]
  if (!first) return text
  return (
    <>
      {text.slice(0, first.start)}
      <mark className="rounded-xs bg-orange-bg text-inherit shadow-[0_2px_0_var(--orange)]">
        {text.slice(first.start, first.end)}
      </mark>
      {text.slice(first.end)}
    </>
  )
}

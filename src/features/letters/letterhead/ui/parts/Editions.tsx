import { History } from 'lucide-react'
import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { call, type Refused } from '#kit/call.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Moment } from '#kit/Time.tsx'
import {
  listLetterheads,
  readLetterheadEdition,
  type Letterhead,
  type LetterheadChange,
  type LetterheadEdition,
} from '../../contract.ts'
import { letterheadMessages } from '../../messages.ts'

type Bring = ((edition: Letterhead) => void) | null

/** What each edition changed, the latest first; an earlier one can be copied into the fields. */
export function Editions({ bring }: { bring: Bring }) {
  const { words } = useMessages(letterheadMessages)
  const answer = useAnswer(listLetterheads, {}, { live: true })
  const editions = answer.state === 'ready' ? answer.value.editions : []
  if (editions.length === 0) return null
  return (
    <Section title={words.editions} icon={History} count={editions.length} className="max-w-6xl">
      <ol className="flex flex-col gap-2">
        {editions.map((edition, at) => (
          <li key={edition.id} className="flex flex-col gap-1 rounded-lg bg-gray-bg px-3 py-2">
            <Edition
              edition={edition}
              isFirst={at === editions.length - 1}
              bring={at === 0 ? null : bring}
            />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Edition(props: { edition: LetterheadEdition; isFirst: boolean; bring: Bring }) {
  const { words } = useMessages(letterheadMessages)
  const { edition, isFirst, bring } = props
  const [refusal, setRefusal] = useState<Refused | null>(null)
  async function copy() {
    const answered = await call(readLetterheadEdition, { params: { editionId: edition.id } })
    if (answered.ok) bring?.(answered.value)
    setRefusal(answered.ok ? null : answered.refusal)
  }
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 text-xs text-sub">
        <Moment at={edition.changedAt} />
        <span>{words.edition({ by: edition.changedByName })}</span>
        {isFirst ? <span>{words.first}</span> : null}
        {bring ? (
          <Button size="small" kind="quiet" className="ms-auto" onPress={() => void copy()}>
            {words.bring}
          </Button>
        ) : null}
      </p>
      <Changes changes={edition.changes} isFirst={isFirst} />
      <Refusal refusal={refusal} />
    </>
  )
}

function Changes({ changes, isFirst }: { changes: readonly LetterheadChange[]; isFirst: boolean }) {
  const { words } = useMessages(letterheadMessages)
  if (changes.length === 0) return <p className="text-sm">{words.same}</p>
  return (
    <ul className="text-sm">
      {changes.map((change) => {
        const field = words.fields[change.field]
        const [before, after] = [change.before, change.after].map((value) =>
          valueWords(words, change.field, value),
        )
        const said =
          change.before !== '' && change.before === change.after
            ? words.replaced
            : isFirst
              ? words.filled({ field, after: after ?? '' })
              : words.changed({ field, before: before ?? '', after: after ?? '' })
        return <li key={change.field}>{said}</li>
      })}
    </ul>
  )
}

type Names = Readonly<Record<string, string>>

/** Codes of choices in the words of the form. */
function valueWords(
  { eras, numerals, accents }: Readonly<Record<'eras' | 'numerals' | 'accents', Names>>,
  field: LetterheadChange['field'],
  value: string,
): string {
  const names: Names =
    field === 'era' ? eras : field === 'numerals' ? numerals : field === 'accent' ? accents : {}
  return names[value] ?? value
}

import type { Language } from '#kernel/dictionary.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayAndTime, writtenDay } from '#kit/time.ts'
import { finishEntry, type CaseFile, type Entry, type Written } from '../../contract.ts'
import { casesMessages } from '../../messages.ts'

/** What the desk has written down, in the order of writing. */
export function Entries({ file, again }: { file: CaseFile; again: () => void }) {
  const { words } = useMessages(casesMessages)
  const language = useLanguage()
  const now = useNow()
  return (
    <ol className="flex flex-col divide-y divide-line-soft">
      {file.entries.map((entry) => (
        <li key={entry.id} className="flex flex-col gap-1 py-3">
          <p className="flex flex-wrap items-center gap-2 text-xs text-sub">
            <Badge tone="blue">{words.kinds[entry.written.kind]}</Badge>
            {dayAndTime(entry.at, now, language)}　{entry.byName}
          </p>
          <p className="text-sm wrap-anywhere whitespace-pre-wrap">{entry.written.words}</p>
          <Details written={entry.written} />
          <Task caseId={file.caseId} entry={entry} again={again} />
        </li>
      ))}
    </ol>
  )
}

function Details({ written }: { written: Written }) {
  const { words } = useMessages(casesMessages)
  const lines = detailsOf(written, words)
  return lines.length === 0 ? null : <p className="text-xs text-sub">{lines.join('　・　')}</p>
}

type Words = (typeof casesMessages)[Language]['words']

function detailsOf(written: Written, words: Words): string[] {
  const named = (name: string, value: string) => (value === '' ? [] : [`${name}　${value}`])
  switch (written.kind) {
    case 'wish':
      return [
        ...(written.isAgainst ? [words.isAgainst] : []),
        written.mayTell === '' ? words.noConsent : words.consent({ whom: written.mayTell }),
      ]
    case 'fact':
      return [...named(words.when, written.when), ...named(words.witness, written.witness)]
    case 'care':
      return [words.cares[written.care]]
    case 'measure':
      return [...named(words.reference, written.reference), ...named(words.tells, written.tells)]
    case 'told':
      return named(words.toldOn, written.on)
    case 'check':
      return [
        words.months({ count: written.month }),
        written.changed.map((area) => words.areas[area]).join('・') || words.noChange,
      ]
    case 'prevention':
      return []
  }
}

function Task(props: { caseId: string; entry: Entry; again: () => void }) {
  const { words } = useMessages(casesMessages)
  const language = useLanguage()
  const now = useNow()
  const finish = useCommand(finishEntry)
  const { id, dueOn, doneOn, written } = props.entry
  if (dueOn === null) return null
  if (doneOn !== null)
    return (
      <p className="text-xs text-green">
        {words.doneOn({ day: writtenDay(doneOn, now, language) })}
      </p>
    )
  async function run() {
    const done = await finish.send({ params: { caseId: props.caseId, entryId: id } })
    if (done.ok) props.again()
  }
  return (
    <p className="flex items-center gap-3 text-sm">
      {words.due({ day: writtenDay(dueOn, now, language) })}
      <Button
        size="small"
        kind="done"
        label={words.finishLabel({ words: written.words })}
        isBusy={finish.isSending}
        onPress={() => void run()}
      >
        {words.done}
      </Button>
    </p>
  )
}

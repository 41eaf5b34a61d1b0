import { CircleCheck, History, Pencil, Quote, Trash2, TriangleAlert } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { ListHead } from '#kit/ListHead.tsx'
import { Section } from '#kit/Section.tsx'
import { Moment } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'
import {
  listCompanyWords,
  listCompanyWordsChanges,
  removeCompanyWords,
  saveCompanyWords,
  tryCompanyWords,
  type CompanyEntry,
} from '../contract.ts'
import { companyWordsMessages } from '../messages.ts'
import { codeName } from './parts/code-name.ts'

const WordsDialog = later(() =>
  import('./parts/WordsDialog.tsx').then((module) => ({ default: module.WordsDialog })),
)

/** The company's own words for cues and wording rules: listed, added, edited, taken away. */
export function CompanyWords() {
  const { words } = useMessages(companyWordsMessages)
  const entries = useAnswer(listCompanyWords, {}, { live: true })
  const [edited, setEdited] = useState<CompanyEntry | 'new' | null>(null)
  return (
    <div className="flex flex-col gap-4">
      <ListHead lead={words.lead} add={words.add} onAdd={() => setEdited('new')} />
      <Answering answer={entries}>
        {(value) =>
          value.entries.length === 0 ? (
            <EmptyState icon={Quote} title={words.none}>
              {words.noneDetail}
            </EmptyState>
          ) : (
            <ul aria-label={words.list} className="card divide-y divide-line-soft">
              {value.entries.map((entry) => (
                <Entry key={entry.id} entry={entry} onEdit={() => setEdited(entry)} />
              ))}
            </ul>
          )
        }
      </Answering>
      <Changes />
      <Suspense>
        {edited ? (
          <WordsDialog entry={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
        ) : null}
      </Suspense>
    </div>
  )
}

function Entry({ entry, onEdit }: { entry: CompanyEntry; onEdit: () => void }) {
  const { words } = useMessages(companyWordsMessages)
  const language = useLanguage()
  const remove = useRemoval(entry)
  const phrase = entry.phrases[0] ?? ''
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-56 flex-1">
        <p className="text-xs text-sub">{codeName(entry.code, language)}</p>
        <p className="wrap-anywhere">{entry.phrases.map((each) => `「${each}」`).join(' ')}</p>
        {entry.why ? <p className="text-sm text-sub">{entry.why}</p> : null}
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-sub">
          <Tests entry={entry} />
          <span>{words.changedBy({ name: entry.changedByName })}</span>
          <Moment at={entry.changedAt} />
        </p>
      </div>
      <div className="flex gap-2">
        <Button
          size="small"
          label={words.editOf({ phrase })}
          icon={<Pencil aria-hidden size={15} />}
          onPress={onEdit}
        >
          {words.edit}
        </Button>
        <Button
          size="small"
          label={words.removeOf({ phrase })}
          icon={<Trash2 aria-hidden size={15} />}
          onPress={() => void remove()}
        >
          {words.remove}
        </Button>
      </div>
    </li>
  )
}

/** The judges change with new versions; a sentence that no longer comes out as meant is shown here. */
function Tests({ entry }: { entry: CompanyEntry }) {
  const { words } = useMessages(companyWordsMessages)
  const { code, phrases, why, mustLight, mustNotLight } = entry
  const body = { code, phrases, why, mustLight, mustNotLight }
  const trial = useAnswer(tryCompanyWords, { body })
  const results = trial.state === 'ready' ? trial.value.results : []
  const misses = results.filter(({ isAsMeant }) => !isAsMeant).length
  const count = entry.mustLight.length + entry.mustNotLight.length
  return (
    <>
      <span>{words.tests({ count })}</span>
      {misses === 0 ? (
        <Badge tone="green" icon={CircleCheck}>
          {words.allGood}
        </Badge>
      ) : (
        <Badge tone="orange" icon={TriangleAlert}>
          {words.someMiss({ count: misses })}
        </Badge>
      )}
    </>
  )
}

function useRemoval({ id: wordsId, phrases, ...entry }: CompanyEntry) {
  const { words } = useMessages(companyWordsMessages)
  const removal = useCommand(removeCompanyWords)
  const saving = useCommand(saveCompanyWords)
  const phrase = phrases[0] ?? ''
  async function restore() {
    const { code, why, mustLight, mustNotLight } = entry
    const body = { code, phrases, why, mustLight, mustNotLight }
    const restored = await saving.send({ params: { wordsId }, body })
    if (restored.ok) showToast({ text: words.restored({ phrase }), tone: 'done' })
  }
  return async () => {
    const removed = await removal.send({ params: { wordsId } })
    if (!removed.ok) return
    showToast({ text: words.removed({ phrase }), undo: () => void restore() })
  }
}

function Changes() {
  const { words } = useMessages(companyWordsMessages)
  const changes = useAnswer(listCompanyWordsChanges, {}, { live: true })
  if (changes.state !== 'ready' || changes.value.changes.length === 0) return null
  return (
    <Section title={words.history} icon={History} count={changes.value.changes.length} folds="shut">
      <ol className="card divide-y divide-line-soft text-sm">
        {changes.value.changes.map(({ id, what, byName, entry, at }) => (
          <li key={id} className="flex gap-3 px-4 py-2">
            <span className="min-w-0 flex-1 wrap-anywhere">
              {words.changes[what]({ name: byName, words: entry.phrases.join('」「') })}
            </span>
            <Moment at={at} always="both" className="text-sub" />
          </li>
        ))}
      </ol>
    </Section>
  )
}

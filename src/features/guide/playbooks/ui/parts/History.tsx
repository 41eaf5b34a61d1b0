import { History as Clock, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Moment } from '#kit/Time.tsx'
import { listVersions, type Version } from '../../contract.ts'
import { playbooksMessages } from '../../messages.ts'
import { Diff } from './Diff.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'

/** Who published what, when and why; and the way back. */
export function History(props: { language: 'ja' | 'en'; edition: number; mayChange: boolean }) {
  const { words } = useMessages(playbooksMessages)
  const { language, edition, mayChange } = props
  const answer = useAnswer(listVersions, { params: { language } }, { live: true })
  const [restored, setRestored] = useState<number | null>(null)
  const versions = answer.state === 'ready' ? answer.value.versions : []
  const mayReturn = mayChange && edition > 0
  return (
    <Section title={words.history} icon={Clock} count={versions.length} folds="shut">
      {versions.length === 0 ? <p className="text-sm text-sub">{words.noHistory}</p> : null}
      <ol className="flex flex-col gap-2">
        {versions.map((version) => (
          <li key={version.number} className="card flex flex-col gap-2 px-4 py-3 text-sm">
            <Told version={version} />
            {mayReturn && version.number !== edition ? (
              <Return
                label={words.restoreOf({ edition: version.number })}
                run={() => setRestored(version.number)}
              />
            ) : null}
          </li>
        ))}
      </ol>
      {mayReturn ? <Return label={words.restoreShipped} run={() => setRestored(0)} /> : null}
      {restored === null ? null : (
        <RestoreDialog language={language} number={restored} onClose={() => setRestored(null)} />
      )}
    </Section>
  )
}

function Return({ label, run }: { label: string; run: () => void }) {
  return (
    <div>
      <Button size="small" icon={<Undo2 aria-hidden size={15} />} onPress={run}>
        {label}
      </Button>
    </div>
  )
}

function Told({ version }: { version: Version }) {
  const { words } = useMessages(playbooksMessages)
  const { number: edition, publishedByName: name, publishedAt, changes } = version
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3">
        <span className="font-semibold">{words.publishedBy({ edition, name })}</span>
        <Moment at={publishedAt} always="both" className="text-sub" />
      </p>
      <p className="wrap-anywhere">{version.note}</p>
      {version.acknowledged.map((each) => (
        <p key={each.story} className="text-xs text-sub">
          {words.acknowledged(each)}
        </p>
      ))}
      <Section title={words.changesOf({ count: changes.length })} folds="shut">
        {changes.map(({ part, name: changed, before, after }) => (
          <div key={`${part}/${changed}`} className="flex flex-col gap-1">
            <p className="text-xs text-sub">{changed}</p>
            <Diff before={before ?? ''} after={after ?? ''} />
          </div>
        ))}
      </Section>
    </>
  )
}

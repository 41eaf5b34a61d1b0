import { History, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { lineOf } from '#features/remedies/cells/rules.ts'
import type { RemedyRule } from '#features/remedies/contract.ts'
import {
  listVersions,
  readVersion,
  type SheetLine,
  type Version,
} from '#features/remedies/tables/contract.ts'
import { differencesOf } from '#features/remedies/tables/rules.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { call } from '#kit/call.ts'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'
import { Differences } from './Differences.tsx'
import { useSaid } from './said.ts'
import { SaveMenu } from './Toolbar.tsx'

/** Every table there ever was: to read, to compare, to begin again from. */
export function Versions(props: {
  present: readonly RemedyRule[]
  onBringBack?: (lines: readonly SheetLine[], number: number) => void
}) {
  const { words } = useSaid()
  const versions = useAnswer(listVersions, {}, { live: true })
  const [compared, setCompared] = useState<number | null>(null)
  return (
    <>
      <p className="mb-3 text-sm text-sub">{words.versions.lead}</p>
      <Answering answer={versions}>
        {({ versions: all }) => (
          <ol className="flex flex-col divide-y divide-line-soft">
            {all.map((version, at) => (
              <li key={version.number} className="py-3 text-sm">
                <Head
                  version={version}
                  isLatest={at === 0}
                  isCompared={compared === version.number}
                  onCompare={() => setCompared(compared === version.number ? null : version.number)}
                  {...(props.onBringBack ? { onBringBack: props.onBringBack } : {})}
                />
                {compared === version.number ? (
                  <Compared number={version.number} present={props.present} />
                ) : null}
              </li>
            ))}
          </ol>
        )}
      </Answering>
    </>
  )
}

function Head(props: {
  version: Version
  isLatest: boolean
  isCompared: boolean
  onCompare: () => void
  onBringBack?: (lines: readonly SheetLine[], number: number) => void
}) {
  const { words, language } = useSaid()
  const now = useNow()
  const { version, onBringBack } = props
  const { number, publishedAt, publishedByName: byName, trial } = version
  const said = words.versions
  async function bringBack() {
    const read = await call(readVersion, { params: { number } })
    if (!read.ok) return
    onBringBack?.(
      read.value.rules.map((rule) => lineOf(rule, language)),
      number,
    )
  }
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-56 flex-1">
        <p className="font-semibold">
          {said.one({ number })}
          <span className="ms-3 font-normal text-sub">
            {byName === ''
              ? said.first
              : said.published({ at: dayAndTime(publishedAt, now, language), byName })}
            {language === 'ja' ? '・' : ', '}
            {said.rows(version)}
          </span>
        </p>
        {version.note === '' ? null : <p>{version.note}</p>}
        {trial ? <p className="text-sub">{said.tested(trial)}</p> : null}
      </div>
      <span className="flex flex-wrap gap-2">
        <SaveMenu number={number} />
        {props.isLatest ? null : (
          <Button
            size="small"
            icon={<History aria-hidden size={16} />}
            isPressed={props.isCompared}
            onPress={props.onCompare}
          >
            {said.compare({ number })}
          </Button>
        )}
        {props.isLatest || !onBringBack ? null : (
          <Button
            size="small"
            icon={<RotateCcw aria-hidden size={16} />}
            onPress={() => void bringBack()}
          >
            {said.bringBack({ number })}
          </Button>
        )}
      </span>
    </div>
  )
}

function Compared(props: { number: number; present: readonly RemedyRule[] }) {
  const { words, language } = useSaid()
  const version = useAnswer(readVersion, { params: { number: props.number } })
  return (
    <Answering answer={version}>
      {({ rules }) => {
        const differences = differencesOf(rules, props.present, language)
        return differences.length === 0 ? (
          <p className="mt-2 text-sub">{words.versions.same}</p>
        ) : (
          <Differences differences={differences} />
        )
      }}
    </Answering>
  )
}

import { Ban, Clock, KeyRound } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { ListHead } from '#kit/ListHead.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { Ago } from '#kit/Time.tsx'
import { calendarDay, dayKey } from '#kit/time.ts'
import { listKeys, type ApiKey } from '../contract.ts'
import { keysMessages } from '../messages.ts'

const KeyDialog = later(() =>
  import('./parts/KeyDialog.tsx').then((module) => ({ default: module.KeyDialog })),
)
const RevokeDialog = later(() =>
  import('./parts/RevokeDialog.tsx').then((module) => ({ default: module.RevokeDialog })),
)

/** The keys of other systems: what each may do, when it was last used, and the way to take it back. */
export function ApiKeys() {
  const { words } = useMessages(keysMessages)
  const keys = useAnswer(listKeys, {}, { live: true })
  const [open, setOpen] = useState<'new' | ApiKey | null>(null)
  const today = dayKey(useNow())
  const isOver = (key: ApiKey) =>
    key.revokedAt !== null || (key.endsOn !== null && key.endsOn < today)
  return (
    <div className="flex flex-col gap-4">
      <ListHead lead={words.lead} add={words.make} onAdd={() => setOpen('new')} />
      <Answering answer={keys}>
        {(value) => (
          <Lists
            usable={value.keys.filter((key) => !isOver(key))}
            over={value.keys.filter(isOver)}
            revoke={setOpen}
          />
        )}
      </Answering>
      <Suspense>
        {open === 'new' ? <KeyDialog onClose={() => setOpen(null)} /> : null}
        {open !== null && open !== 'new' ? (
          <RevokeDialog apiKey={open} onClose={() => setOpen(null)} />
        ) : null}
      </Suspense>
    </div>
  )
}

function Lists(props: {
  usable: readonly ApiKey[]
  over: readonly ApiKey[]
  revoke: (key: ApiKey) => void
}) {
  const { words } = useMessages(keysMessages)
  return (
    <>
      {props.usable.length === 0 ? (
        <EmptyState icon={KeyRound} title={words.none}>
          {words.noneLead}
        </EmptyState>
      ) : (
        <ul aria-label={words.title} className="card divide-y divide-line-soft">
          {props.usable.map((key) => (
            <Line key={key.id} apiKey={key} revoke={() => props.revoke(key)} />
          ))}
        </ul>
      )}
      {props.over.length === 0 ? null : (
        <Section title={words.old} icon={Ban} count={props.over.length} folds="shut">
          <ul aria-label={words.old} className="card divide-y divide-line-soft text-sub">
            {props.over.map((key) => (
              <Line key={key.id} apiKey={key} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Line({ apiKey, revoke }: { apiKey: ApiKey; revoke?: () => void }) {
  const { words } = useMessages(keysMessages)
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-64 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold wrap-anywhere">{apiKey.name}</span>
          <code className="rounded bg-gray-bg px-1.5 text-xs text-sub">
            <span className="sr-only">{words.beginsWith} </span>
            {apiKey.prefix}…
          </code>
        </p>
        <ul className="mt-1 flex flex-wrap gap-1.5">
          {apiKey.permissions.map((permission) => (
            <li key={permission}>
              <Badge tone="blue">{words.permissions[permission]}</Badge>
            </li>
          ))}
        </ul>
        <Facts apiKey={apiKey} />
      </div>
      {revoke ? (
        <Button size="small" label={words.revokeNamed(apiKey)} onPress={revoke}>
          {words.revoke}
        </Button>
      ) : null}
    </li>
  )
}

function Facts({ apiKey }: { apiKey: ApiKey }) {
  const { words } = useMessages(keysMessages)
  const language = useLanguage()
  const now = useNow()
  const day = (at: string) => calendarDay(at, now, language)
  const { endsOn, revokedAt, revokedByName, lastUsedAt, createdAt, createdByName } = apiKey
  const end =
    endsOn === null
      ? words.endless
      : (endsOn < dayKey(now) ? words.ended : words.ends)({ day: day(endsOn) })
  return (
    <p className="mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-sub">
      <span className="inline-flex items-center gap-1">
        <Clock aria-hidden size={13} />
        {lastUsedAt === null ? (
          words.never
        ) : (
          <>
            {words.lastUsed} <Ago at={lastUsedAt} />
          </>
        )}
      </span>
      <span>
        {revokedAt ? words.revokedBy({ name: revokedByName ?? '', day: day(revokedAt) }) : end}
      </span>
      <span>{words.perMinute({ count: apiKey.perMinute.toLocaleString(language) })}</span>
      <span>{words.madeBy({ name: createdByName, day: day(createdAt) })}</span>
    </p>
  )
}

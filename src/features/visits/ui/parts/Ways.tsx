import { CircleCheck, CircleSlash, CircleX, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Member } from '#features/access/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { Moment } from '#kit/Time.tsx'
import { visitTellingMessages } from '../../alarms/messages.ts'
import { readWays, tryWays, type Tried } from '../../settings/contract.ts'
import { visitSettingsMessages } from '../../settings/messages.ts'
import { detailIn } from './detail.ts'

/** What keeps alarms from reaching people, each with what to do next. */
export function WayTroubles() {
  const { words } = useMessages(visitSettingsMessages)
  const { channels, details } = useMessages(visitTellingMessages).words
  const answer = useAnswer(readWays, {})
  if (answer.state !== 'ready') return null
  const { troubles, failures } = answer.value
  if (troubles.length + failures.length === 0)
    return (
      <p className="flex items-center gap-1.5 text-sm text-green">
        <CircleCheck aria-hidden size={16} className="shrink-0" />
        {words.noTroubles}
      </p>
    )
  return (
    <section
      aria-label={words.troubles}
      className="flex flex-col gap-2 rounded-lg bg-orange-bg px-4 py-3 text-sm"
    >
      <h3 className="flex items-center gap-2 text-base text-orange">
        <TriangleAlert aria-hidden size={18} className="shrink-0" />
        {words.troubles}
      </h3>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {troubles.map(({ code, names }) => (
          <li key={code}>{words.troubleOf[code]({ names: names.join('・') })}</li>
        ))}
        {failures.map(({ channel, detail, count, lastAt }) => (
          <li key={`${channel}${detail}`} className="wrap-anywhere">
            {words.failed({ channel: channels[channel], count })}：{detailIn(details, detail)}{' '}
            <Moment at={lastAt} className="text-xs text-sub" />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One press, one message by each way, and what came back, so that no alarm is the first to find out. */
export function TryWays({ members }: { members: readonly Member[] }) {
  const { words } = useMessages(visitSettingsMessages)
  const [memberId, setMemberId] = useState<string | null>(null)
  const [tried, setTried] = useState<readonly Tried[]>([])
  const trial = useCommand(tryWays)
  const chosen = memberId ?? members[0]?.id ?? ''
  async function send() {
    setTried([])
    const answered = await trial.send({ body: { memberId: chosen } })
    if (answered.ok) setTried(answered.value.tried)
  }
  return (
    <div className="flex flex-col gap-3">
      <h4 className="text-sm font-semibold">{words.trial}</h4>
      <p className="text-sm text-sub">{words.trialLead}</p>
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={words.trialWho}
          choices={members.map(({ id, name }) => ({ id, name }))}
          value={chosen}
          onChange={setMemberId}
        />
        <Button isDisabled={chosen === ''} isBusy={trial.isSending} onPress={() => void send()}>
          {words.trial}
        </Button>
      </div>
      <div role="status">
        {tried.length > 0 ? (
          <ul aria-label={words.trialResults} className="flex flex-col gap-1 text-sm">
            {tried.map((each) => (
              <Result key={each.channel} tried={each} />
            ))}
          </ul>
        ) : null}
      </div>
      <Refusal refusal={trial.refusal} />
    </div>
  )
}

const looks = {
  delivered: { icon: CircleCheck, tone: 'text-green' },
  failed: { icon: CircleX, tone: 'text-red' },
  off: { icon: CircleSlash, tone: 'text-sub' },
} as const

function Result({ tried: { channel, result, detail, tookMs } }: { tried: Tried }) {
  const { words } = useMessages(visitSettingsMessages)
  const { channels, details } = useMessages(visitTellingMessages).words
  const { icon: Icon, tone } = looks[result]
  return (
    <li className={`flex items-start gap-1.5 ${tone}`}>
      <Icon aria-hidden size={16} className="mt-0.5 shrink-0" />
      <span className="wrap-anywhere">
        {channels[channel]}：{words.results[result]}
        {detail === '' ? '' : `（${detailIn(details, detail)}）`}
        {result === 'off' ? '' : ` ${words.took({ seconds: (tookMs / 1000).toFixed(1) })}`}
      </span>
    </li>
  )
}

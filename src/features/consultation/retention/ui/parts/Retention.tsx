import { useState } from 'react'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayKey, writtenDay } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { decideRetention, readRetention, type Retention as Decided } from '../../contract.ts'
import { retentionMessages } from '../../messages.ts'
import { spanOf } from '../../rules.ts'

/** How long consultations are kept, why, and what was decided before. */
export default function Retention({ mayKeep }: { mayKeep: boolean }) {
  const { words } = useMessages(retentionMessages)
  const known = useAnswer(readRetention, {})
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title={words.title}>
      <p className="text-sm text-sub">{words.lead}</p>
      <Answering answer={known} skeletonLines={2}>
        {({ now, versions }) => (
          <>
            <One decided={now} />
            <Section title={words.earlier} folds="shut" count={versions.length}>
              <ul className="flex flex-col gap-3">
                {versions.map((each) => (
                  <li key={each.version}>
                    <One decided={each} />
                  </li>
                ))}
              </ul>
            </Section>
            {mayKeep && !isOpen ? (
              <Button className="self-start" onPress={() => setOpen(true)}>
                {words.change}
              </Button>
            ) : null}
            {isOpen ? (
              <Decide
                version={(versions[0]?.version ?? 0) + 1}
                onDone={() => {
                  setOpen(false)
                  known.again()
                }}
              />
            ) : null}
          </>
        )}
      </Answering>
    </Section>
  )
}

function One({ decided }: { decided: Decided }) {
  const { words } = useMessages(retentionMessages)
  const language = useLanguage()
  const now = useNow()
  const { months, reason, fromOn, decidedOn, decidedByName: name } = decided
  const written = (day: string) => writtenDay(day, now, language)
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="font-semibold">
        {words.now({ span: spanOf(months, words), from: written(fromOn) })}
      </p>
      <p className="wrap-anywhere whitespace-pre-wrap">{reason ?? words.shippedReason}</p>
      <p className="text-xs text-sub">
        {name ? words.by({ name, day: written(decidedOn) }) : words.shipped}
        {fromOn > dayKey(now) ? `　${words.begins({ day: written(fromOn) })}` : ''}
      </p>
    </div>
  )
}

function Decide({ version, onDone }: { version: number; onDone: () => void }) {
  const { words } = useMessages(retentionMessages)
  const now = useNow()
  const decide = useCommand(decideRetention)
  const [typed, setTyped] = useState({ months: '60', reason: '', fromOn: dayKey(now) })
  const months = Number(typed.months.normalize('NFKC'))
  const isWrong = !Number.isInteger(months) || months < 6 || months > 360
  const isReady = !isWrong && typed.reason.trim() !== '' && typed.fromOn !== ''
  async function save() {
    if (!isReady || decide.isSending) return
    const { reason, fromOn } = typed
    const decided = await decide.send({ body: { version, months, reason, fromOn } })
    if (!decided.ok) return
    showToast({ text: words.saved, tone: 'done' })
    onDone()
  }
  return (
    <div className="flex max-w-prose flex-col gap-4 rounded-xl border border-line p-4">
      <TextField
        label={words.monthsField}
        hint={words.monthsHint}
        inputMode="numeric"
        value={typed.months}
        onChange={(next) => setTyped({ ...typed, months: next })}
        error={isWrong ? words.monthsWrong : null}
      />
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        rows={2}
        value={typed.reason}
        onChange={(reason) => setTyped({ ...typed, reason })}
        onSend={() => void save()}
      />
      <DayField
        label={words.fromOn}
        value={typed.fromOn}
        onChange={(fromOn) => setTyped({ ...typed, fromOn })}
      />
      <Refusal refusal={decide.refusal} />
      <Button
        kind="primary"
        className="self-start"
        isBusy={decide.isSending}
        isDisabled={!isReady}
        onPress={() => void save()}
      >
        {words.save}
      </Button>
    </div>
  )
}

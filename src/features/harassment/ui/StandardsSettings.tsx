import { useState } from 'react'
import type { z } from 'zod'
import { listMembers } from '#features/access/contract.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { TextField } from '#kit/TextField.tsx'
import { dayKey, writtenDay } from '#kit/time.ts'
import { Moment } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'
import {
  readStandards,
  setStandards,
  type Standards,
  type Thresholds,
} from '../standards/contract.ts'
import { standardsMessages } from '../standards/messages.ts'

const fields = [
  'callMinutes',
  'answerLoops',
  'visitMinutes',
  'contactsAfterFinal',
  'requestsBeforeFinal',
  'reliefMinutes',
] as const satisfies readonly (keyof Thresholds)[]

type Known = z.output<(typeof readStandards)['answer']>

/** 当社基準: every number with who set it and when; the earlier ones stay. */
export default function StandardsSettings({ mayChange }: { mayChange: boolean }) {
  const { words } = useMessages(standardsMessages)
  const answer = useAnswer(readStandards, {}, { live: true })
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-sub">{words.lead}</p>
      <Answering answer={answer}>
        {(known) => (
          <>
            {mayChange ? <Form key={known.history.length} known={known} /> : null}
            <History known={known} />
          </>
        )}
      </Answering>
      <p className="text-xs text-sub">{words.notAdvice}</p>
    </div>
  )
}

function Form({ known }: { known: Known }) {
  const { words } = useMessages(standardsMessages)
  const [edited, setEdited] = useState<Standards>(known.current)
  const reason = useTextDraft('harassment/standards')
  const now = useNow()
  const [effectiveOn, setEffectiveOn] = useState(() => dayKey(now))
  const command = useCommand(setStandards)
  const { thresholds, deciderIds } = edited
  async function save() {
    const sent = await command.send({ body: { ...edited, reason: reason.value, effectiveOn } })
    if (!sent.ok) return
    reason.clear()
    showToast({ text: words.saved, tone: 'done' })
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-3 sm:grid-cols-2">
        {fields.map((field) => (
          <TextField
            key={field}
            label={words.fields[field]}
            type="number"
            inputMode="numeric"
            value={String(thresholds[field])}
            onChange={(text) =>
              setEdited({ ...edited, thresholds: { ...thresholds, [field]: Number(text) } })
            }
          />
        ))}
      </div>
      <Deciders
        chosen={deciderIds}
        onChange={(next) => setEdited({ ...edited, deciderIds: next })}
      />
      <TextField
        label={words.effectiveOn}
        type="date"
        value={effectiveOn}
        onChange={setEffectiveOn}
      />
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        value={reason.value}
        onChange={reason.change}
        onSend={() => void save()}
        isRequired
      />
      <Refusal refusal={command.refusal} />
      <Button
        kind="primary"
        className="self-start"
        isBusy={command.isSending}
        onPress={() => void save()}
      >
        {words.save}
      </Button>
    </div>
  )
}

function Deciders(props: { chosen: readonly string[]; onChange: (chosen: string[]) => void }) {
  const { words } = useMessages(standardsMessages)
  const members = useAnswer(listMembers, {})
  const others =
    members.state === 'ready'
      ? members.value.members.filter(
          ({ roles }) =>
            roles.includes('operator') &&
            !roles.some((role) => role === 'supervisor' || role === 'admin'),
        )
      : []
  if (others.length === 0) return null
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-sm font-medium">{words.deciders}</legend>
      <div className="flex flex-wrap gap-x-5">
        {others.map(({ id, name }) => (
          <Checkbox
            key={id}
            isChosen={props.chosen.includes(id)}
            onChange={(isChosen) =>
              props.onChange([
                ...props.chosen.filter((each) => each !== id),
                ...(isChosen ? [id] : []),
              ])
            }
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}

function History({ known }: { known: Known }) {
  const { words } = useMessages(standardsMessages)
  const [language, now] = [useLanguage(), useNow()]
  const today = dayKey(now)
  if (known.history.length === 0) return <p className="text-sm">{words.notSet}</p>
  return (
    <section aria-label={words.history} className="flex flex-col gap-1">
      <h3 className="text-sm">{words.history}</h3>
      <ol className="card divide-y divide-line-soft">
        {known.history.map(({ setAt, setByName, reason, thresholds, effectiveOn }) => (
          <li key={setAt} className="px-4 py-2 text-sm">
            <p>
              <Moment at={setAt} always="both" className="me-3 text-sub" />
              {words.setBy({ name: setByName })}
              <span className="ms-3">{reason}</span>
              <span className="ms-3">
                <Badge tone={effectiveOn > today ? 'orange' : 'gray'}>
                  {words.from({ day: writtenDay(effectiveOn, now, language) })}
                </Badge>
              </span>
            </p>
            <p className="text-xs text-sub">{words.values(thresholds)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

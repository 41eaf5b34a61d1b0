import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { listMembers } from '#features/access/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Select } from '#kit/Select.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { groups, keepDuty, states, type Duty, type Keeping } from '../../contract.ts'
import { wordsOf } from '../../../paper/rules.ts'
import { dutiesMessages } from '../../messages.ts'
import { isShipped } from '../../rules.ts'

type Change = (changes: Partial<Keeping>) => void

/** What the company did about one measure. */
export function DutyDialog(props: { duty: Duty; again: () => void; onClose: () => void }) {
  const { words } = useMessages(dutiesMessages)
  const language = useLanguage()
  const { duty, onClose } = props
  const [typed, setTyped] = useState<Keeping>(() => keepingOf(duty))
  const keep = useCommand(keepDuty)
  const change: Change = (changes) => setTyped((before) => ({ ...before, ...changes }))
  const ours = wordsOf({ ...duty, title: null, detail: null }, language)
  const isOwn = !isShipped(duty.code)
  async function save() {
    const body = {
      ...typed,
      title: typed.title?.trim() || null,
      detail: typed.detail?.trim() || null,
    }
    const kept = await keep.send({ params: { code: duty.code }, body })
    if (!kept.ok) return
    showToast({ text: words.saved, tone: 'done' })
    props.again()
    onClose()
  }
  return (
    <Dialog
      isOpen
      keepsOpen
      onClose={onClose}
      title={isOwn && !typed.title ? words.add : wordsOf(duty, language).title}
      actions={
        <SendButtons
          label={words.save}
          onSend={() => void save()}
          onClose={onClose}
          isBusy={keep.isSending}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <Choices
          label={words.state}
          choices={states.map((id) => ({ id, name: words.states[id] }))}
          value={typed.state}
          onChange={(state) => change({ state })}
        />
        <Proofs typed={typed} change={change} />
        <Days typed={typed} change={change} />
        <TextArea
          label={words.note}
          value={typed.note}
          rows={2}
          onChange={(note) => change({ note })}
        />
        {isOwn ? (
          <Select
            label={words.group}
            choices={groups.map((id) => ({ id, name: words.groups[id] }))}
            value={typed.group}
            onChange={(group) => change({ group })}
          />
        ) : null}
        <TextField
          label={words.ownTitle}
          placeholder={isOwn ? '' : ours.title}
          value={typed.title ?? ''}
          onChange={(title) => change({ title })}
        />
        <TextArea
          label={words.ownDetail}
          placeholder={ours.detail}
          rows={2}
          value={typed.detail ?? ''}
          onChange={(detail) => change({ detail })}
        />
        <Refusal refusal={keep.refusal} />
      </div>
    </Dialog>
  )
}

function keepingOf(duty: Duty): Keeping {
  const { group, title, detail, state, ownerId, evidence, note, doneOn, reviewOn } = duty
  return { group, title, detail, state, ownerId, evidence, note, doneOn, reviewOn }
}

function Days({ typed, change }: { typed: Keeping; change: Change }) {
  const { words } = useMessages(dutiesMessages)
  const members = useAnswer(listMembers, {})
  const people = members.state === 'ready' ? members.value.members : []
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <Select
        label={words.owner}
        choices={people.map(({ id, name }) => ({ id, name }))}
        value={typed.ownerId}
        onChange={(ownerId) => change({ ownerId })}
      />
      <DayField
        label={words.doneOn}
        value={typed.doneOn ?? ''}
        onChange={(day) => change({ doneOn: day || null })}
      />
      <DayField
        label={words.reviewOn}
        value={typed.reviewOn ?? ''}
        onChange={(day) => change({ reviewOn: day || null })}
      />
    </div>
  )
}

function Proofs({ typed, change }: { typed: Keeping; change: Change }) {
  const { words } = useMessages(dutiesMessages)
  const on = dayKey(useNow())
  const [name, setName] = useState('')
  const [url, setUrl] = useState('')
  const add = () => {
    if (name.trim() === '') return
    const proof = { words: name.trim(), url: url.trim() || null, on }
    change({ evidence: [...typed.evidence, proof] })
    setName('')
    setUrl('')
  }
  return (
    <fieldset className="flex flex-col gap-2 rounded-xl border border-line p-3">
      <legend className="px-1 text-sm font-medium">{words.evidence}</legend>
      {typed.evidence.length === 0 ? <p className="text-sm text-sub">{words.noEvidence}</p> : null}
      {typed.evidence.map((proof) => (
        <p key={proof.words + proof.on} className="flex items-center gap-2 text-sm">
          <span className="min-w-0 flex-1 wrap-anywhere">
            {proof.words}　<span className="text-xs text-sub">{proof.on}</span>
          </span>
          <Button
            size="small"
            kind="quiet"
            label={words.removeEvidence({ words: proof.words })}
            icon={<X aria-hidden size={15} />}
            onPress={() => change({ evidence: typed.evidence.filter((each) => each !== proof) })}
          />
        </p>
      ))}
      <TextField label={words.evidenceWords} value={name} onChange={setName} />
      <TextField
        label={words.evidenceUrl}
        type="url"
        placeholder="https://"
        value={url}
        onChange={setUrl}
      />
      <Button
        size="small"
        className="self-start"
        icon={<Plus aria-hidden size={15} />}
        isDisabled={name.trim() === ''}
        onPress={add}
      >
        {words.addEvidence}
      </Button>
    </fieldset>
  )
}

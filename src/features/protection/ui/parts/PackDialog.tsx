import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { refresh } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { call, type Refused } from '#kit/call.ts'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { keepMade } from '#kit/files.ts'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import {
  makePack,
  packPart,
  previewPack,
  type PackChoice,
  type PackPreview,
} from '../../packs/contract.ts'
import { packsMessages } from '../../packs/messages.ts'
import { linesOf } from './fields.ts'
import { PackContents } from './PackContents.tsx'

/** For whom and what for, what goes in, a look at it, and the file. */
export default function PackDialog(props: { complaintId: string; onClose: () => void }) {
  const { words } = useMessages(packsMessages)
  const form = usePack(props)
  const { choice, change } = form
  const isNamed = choice.forWhom.trim() !== '' && choice.purpose.trim() !== ''
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.title}
      keepsOpen
      actions={
        <SendButtons
          label={words.make}
          onSend={() => void form.make()}
          onClose={props.onClose}
          isBusy={form.isBusy}
          isDisabled={!isNamed || form.preview === null}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-sm text-sub">{words.lead}</p>
        <TextField
          label={words.forWhom}
          value={choice.forWhom}
          onChange={(forWhom) => change({ forWhom })}
          autoFocus
        />
        <TextField
          label={words.purpose}
          value={choice.purpose}
          onChange={(purpose) => change({ purpose })}
        />
        <fieldset>
          <legend className="text-sm font-medium">{words.include}</legend>
          <div className="flex flex-wrap gap-x-5">
            {packPart.options.map((part) => (
              <Checkbox
                key={part}
                isChosen={choice.parts.includes(part)}
                onChange={(is) => change({ parts: toggled(choice.parts, part, is) })}
              >
                {words.parts[part]}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <TextArea label={words.mask} rows={2} value={form.mask} onChange={form.setMask} />
        <Button
          className="self-start"
          isDisabled={!isNamed}
          isBusy={form.isBusy}
          onPress={() => void form.look()}
        >
          {words.look}
        </Button>
        {form.preview ? (
          <PackContents
            preview={form.preview}
            choice={choice}
            onTurn={(id, is) => change({ leaveOut: toggled(choice.leaveOut, id, !is) })}
            onOther={(id, is) => change({ complaintIds: toggled(choice.complaintIds, id, is) })}
          />
        ) : null}
        <Refusal refusal={form.refusal} />
      </div>
    </Dialog>
  )
}

function usePack({ complaintId, onClose }: { complaintId: string; onClose: () => void }) {
  const { words } = useMessages(packsMessages)
  const client = useQueryClient()
  const [choice, setChoice] = useState<PackChoice>(() => startOf(complaintId))
  const [mask, setMask] = useState('')
  const [preview, setPreview] = useState<PackPreview | null>(null)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const body = { ...choice, mask: linesOf(mask) }
  async function look() {
    setBusy(true)
    const seen = await call(previewPack, { body })
    setBusy(false)
    setRefusal(seen.ok ? null : seen.refusal)
    if (seen.ok) setPreview(seen.value)
  }
  async function make() {
    setBusy(true)
    const kept = await keepMade(makePack, body)
    setBusy(false)
    setRefusal(kept.ok ? null : kept.refusal)
    if (!kept.ok) return
    showToast({ text: words.made, tone: 'done' })
    onClose()
    await refresh(client, { complaintId })
  }
  const change = (more: Partial<PackChoice>) => setChoice({ ...choice, ...more })
  return { choice, change, mask, setMask, preview, refusal, isBusy, look, make }
}

function startOf(complaintId: string): PackChoice {
  const id = browserIds.next()
  const parts = [...packPart.options]
  return {
    id,
    complaintIds: [complaintId],
    forWhom: '',
    purpose: '',
    parts,
    leaveOut: [],
    mask: [],
  }
}

function toggled<T>(all: readonly T[], one: T, is: boolean): T[] {
  return is ? [...all, one] : all.filter((each) => each !== one)
}

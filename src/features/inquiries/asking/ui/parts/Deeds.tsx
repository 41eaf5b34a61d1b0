import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { receiveAnswer, tellDepartment, withdrawInquiry } from '../../../contract.ts'
import { askingMessages } from '../../messages.ts'
import type { Shown } from './InquiryCard.tsx'

export type Deed = 'tell' | 'receive' | 'withdraw'

/** What the desk does with a request that is still open; the text is kept until it is sent. */
export function Deeds(props: { inquiry: Shown; deed: Deed; onClose: () => void }) {
  const { words } = useMessages(askingMessages)
  const form = useDeed(props)
  const { inquiry, deed, onClose } = props
  const titles = {
    tell: words.tellTitle({ department: inquiry.departmentName }),
    receive: words.receiveTitle,
    withdraw: words.withdrawTitle,
  }
  const labels = {
    tell: words.tellText,
    receive: words.receiveText,
    withdraw: words.withdrawReason,
  }
  const sends = {
    tell: words.tellSend,
    receive: words.receiveSend,
    withdraw: words.withdrawSend,
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={titles[deed]}
      keepsOpen
      actions={
        <SendButtons
          label={sends[deed]}
          onSend={() => void form.send()}
          onClose={onClose}
          isBusy={form.isSending}
          isDisabled={form.isLacking}
        />
      }
    >
      <div className="flex flex-col gap-4">
        {deed === 'receive' ? (
          <TextField
            label={words.receiveName}
            value={form.name}
            onChange={form.setName}
            autoFocus
          />
        ) : null}
        <TextArea
          label={labels[deed]}
          rows={4}
          value={form.text}
          onChange={form.setText}
          autoFocus={deed !== 'receive'}
        />
        {deed === 'receive' ? (
          <Checkbox isChosen={form.isSure} onChange={form.setSure}>
            {words.receiveSure}
          </Checkbox>
        ) : null}
        <Refusal refusal={form.refusal} />
      </div>
    </Dialog>
  )
}

function useDeed({ inquiry, deed, onClose }: { inquiry: Shown; deed: Deed; onClose: () => void }) {
  const { words } = useMessages(askingMessages)
  const mailed = inquiry.turns.findLast(({ kind }) => kind === 'mail')
  const starts = deed === 'receive' && mailed ? mailed : { byName: '', text: '' }
  const draft = useTextDraft(`inquiry/${inquiry.id}/${deed}`)
  const [name, setName] = useState(starts.byName)
  const [isSure, setSure] = useState(false)
  const [tell, receive, withdraw] = [
    useCommand(tellDepartment),
    useCommand(receiveAnswer),
    useCommand(withdrawInquiry),
  ]
  const text = draft.value === '' && draft.keptAt === null ? starts.text : draft.value
  const params = { inquiryId: inquiry.id }
  async function send() {
    const answered =
      deed === 'tell'
        ? await tell.send({ params, body: { text } })
        : deed === 'receive'
          ? await receive.send({ params, body: { byName: name, text, isConfirmed: isSure } })
          : await withdraw.send({ params, body: { reason: text } })
    if (!answered.ok) return
    draft.clear()
    const said = {
      tell: words.done.told,
      receive: words.done.received,
      withdraw: words.done.withdrawn,
    }
    showToast({ text: said[deed], tone: 'done' })
    onClose()
  }
  return {
    name,
    setName,
    isSure,
    setSure,
    text,
    send,
    setText: draft.change,
    isLacking: text.trim() === '' || (deed === 'receive' && name.trim() === ''),
    isSending: tell.isSending || receive.isSending || withdraw.isSending,
    refusal: tell.refusal ?? receive.refusal ?? withdraw.refusal,
  }
}

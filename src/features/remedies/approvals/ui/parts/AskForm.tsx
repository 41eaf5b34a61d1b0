import { useState } from 'react'
import { askApproval } from '#features/remedies/approvals/contract.ts'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { kindWords } from '#features/remedies/cells/contract.ts'
import { moneyKinds, remedyKinds, type RemedyKind } from '#features/remedies/contract.ts'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { readYen } from '../../../offers/ui/parts/read-yen.ts'
import { Precedents } from '../../../precedents/ui/parts/Precedents.tsx'
import { AnswerForm } from './AnswerForm.tsx'

type Rule = { readonly id: string; readonly label: string; readonly kind: RemedyKind }

/** Asks for a row of the table beyond one's authority, or for something outside it; equals are shown before. */
export default function AskForm(props: {
  complaintId: string
  /** Without one: something outside the table. */
  rule: Rule | null
  maxYen: number | null
  onClose: () => void
}) {
  const { words } = useMessages(queueMessages)
  const { rule, complaintId, onClose } = props
  const [kind, setKind] = useState<RemedyKind>(rule?.kind ?? 'coupon')
  const [label, setLabel] = useState('')
  const [say, setSay] = useState('')
  const [amount, setAmount] = useState(String(props.maxYen ?? ''))
  const [reason, setReason] = useState('')
  const command = useCommand(askApproval)
  const hasAmount = moneyKinds.includes(kind) && rule?.kind !== 'refund'
  const yen = hasAmount ? readYen(amount) : null
  const isReady =
    reason.trim() !== '' &&
    (!hasAmount || (yen ?? 0) > 0) &&
    (rule !== null || (label.trim() !== '' && say.trim() !== ''))

  async function ask() {
    const which = rule
      ? { ruleId: rule.id }
      : { outside: { kind, label: label.trim(), say: say.trim() } }
    const answered = await command.send({
      params: { complaintId },
      body: {
        what: 'remedy',
        ...which,
        ...(yen === null ? {} : { amountYen: yen }),
        reason: reason.trim(),
      },
    })
    if (!answered.ok) return
    showToast({ text: words.ask.sent })
    onClose()
  }

  return (
    <AnswerForm
      does="ask"
      title={rule ? words.askNamed({ label: rule.label }) : words.askOutside}
      sendLabel={words.ask.send}
      isReady={isReady}
      command={command}
      onSend={() => void ask()}
      onClose={onClose}
    >
      <p className="text-xs text-sub">{words.ask.lead}</p>
      {rule ? null : <Outside {...{ kind, setKind, label, setLabel, say, setSay }} />}
      {hasAmount ? (
        <TextField
          label={words.ask.amount}
          inputMode="numeric"
          value={amount}
          onChange={setAmount}
        />
      ) : null}
      <TextField
        label={words.ask.reason}
        placeholder={words.ask.reasonHint}
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
      <div className="text-xs">
        <Precedents complaintId={complaintId} askedYen={yen} showsCases={false} />
      </div>
    </AnswerForm>
  )
}

function Outside(props: {
  kind: RemedyKind
  setKind: (kind: RemedyKind) => void
  label: string
  setLabel: (label: string) => void
  say: string
  setSay: (say: string) => void
}) {
  const { words } = useMessages(queueMessages)
  const at = useLanguage() === 'ja' ? 0 : 1
  return (
    <>
      <Select
        label={words.ask.kind}
        choices={remedyKinds.map((id) => ({ id, name: kindWords[id][at] }))}
        value={props.kind}
        onChange={props.setKind}
      />
      <TextField
        label={words.ask.label}
        value={props.label}
        onChange={props.setLabel}
        maxLength={200}
      />
      <TextField
        label={words.ask.say}
        placeholder={words.ask.sayHint}
        value={props.say}
        onChange={props.setSay}
        maxLength={500}
      />
    </>
  )
}

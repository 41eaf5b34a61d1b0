import { useState } from 'react'
import { listMembers } from '#features/access/contract.ts'
import { saveBudget, type Budget } from '#features/remedies/budgets/contract.ts'
import { budgetsMessages } from '#features/remedies/budgets/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { readYen } from '../../../offers/ui/parts/read-yen.ts'

const everybody = 'company'

export function BudgetDialog(props: { budget: Budget | null; onClose: () => void }) {
  const { words } = useMessages(budgetsMessages)
  const { budget, onClose } = props
  const [budgetId] = useState(() => budget?.id ?? browserIds.next())
  const [department, setDepartment] = useState(budget?.department ?? everybody)
  const [startsOn, setStartsOn] = useState(budget?.startsOn ?? '')
  const [endsOn, setEndsOn] = useState(budget?.endsOn ?? '')
  const [limit, setLimit] = useState(budget ? String(budget.limitYen) : '')
  const members = useAnswer(listMembers, {})
  const command = useCommand(saveBudget)
  const limitYen = readYen(limit)
  const teams =
    members.state === 'ready' ? members.value.members.map(({ teamName }) => teamName) : []
  const names = [...new Set([...teams, budget?.department ?? null])].filter((name) => name !== null)
  const isReady = startsOn !== '' && endsOn !== '' && limitYen !== null

  async function save() {
    if (limitYen === null || !isReady || command.isSending) return
    const answered = await command.send({
      params: { budgetId },
      body: {
        department: department === everybody ? null : department,
        startsOn,
        endsOn,
        limitYen,
      },
    })
    if (!answered.ok) return
    showToast({ text: words.saved })
    onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={budget ? words.edit({ name: budget.department ?? words.company }) : words.add}
      keepsOpen
      actions={
        <Button
          kind="primary"
          keys="mod+enter"
          keysInFields
          isDisabled={!isReady}
          isBusy={command.isSending}
          onPress={() => void save()}
        >
          {words.save}
        </Button>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={words.fields.department}
          choices={[
            { id: everybody, name: words.company },
            ...names.map((name) => ({ id: name, name })),
          ]}
          value={department}
          onChange={setDepartment}
        />
        <TextField
          label={words.fields.limit}
          inputMode="numeric"
          value={limit}
          onChange={setLimit}
        />
        <TextField
          label={words.fields.startsOn}
          type="date"
          value={startsOn}
          onChange={setStartsOn}
        />
        <TextField label={words.fields.endsOn} type="date" value={endsOn} onChange={setEndsOn} />
      </div>
      <Refusal refusal={command.refusal} />
    </Dialog>
  )
}

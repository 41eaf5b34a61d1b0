import { Bookmark, BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '#kit/answers.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import type { Plan } from '../../../columns/contract.ts'
import { listPlans, savePlan, type ImportDetail } from '../../contract.ts'
import { importMessages } from '../../messages.ts'

type Props = { run: ImportDetail; plan: Plan; onUse: (plan: Plan) => void }

/** The same file comes every month: its mapping is given a name once. */
export function SavedPlans({ run, plan, onUse }: Props) {
  const { words } = useMessages(importMessages)
  const saved = useAnswer(listPlans, {}, { live: true })
  const save = useCommand(savePlan)
  const [name, setName] = useState('')
  const mappings = saved.state === 'ready' ? saved.value.mappings : []
  async function keep() {
    if (name.trim() === '') return
    const kept = await save.send({ body: { name, plan } })
    if (!kept.ok) return
    showToast({ text: words.savedMapping({ name: kept.value.name }), tone: 'done' })
    setName('')
    if (saved.state === 'ready') saved.again()
  }
  return (
    <Section title={words.mappings} icon={Bookmark}>
      <div className="flex flex-wrap items-end gap-3">
        {mappings.length > 0 ? (
          <div className="min-w-56">
            <Select
              label={words.useMapping}
              choices={mappings.map((each) => ({ id: each.id, name: each.name }))}
              value={null}
              onChange={(id) => {
                const found = mappings.find((each) => each.id === id)
                if (found) onUse(fitting(found.plan, run.shape.columns))
              }}
            />
          </div>
        ) : null}
        <div className="min-w-56">
          <TextField
            label={words.mappingName}
            value={name}
            maxLength={60}
            onChange={setName}
            onSend={() => void keep()}
          />
        </div>
        <Button
          icon={<BookmarkPlus aria-hidden size={16} />}
          isDisabled={name.trim() === ''}
          isBusy={save.isSending}
          onPress={() => void keep()}
        >
          {words.saveMapping}
        </Button>
      </div>
      <Refusal refusal={save.refusal} />
    </Section>
  )
}

/** Columns that this file does not have are left out. */
function fitting(plan: Plan, columns: readonly string[]): Plan {
  const there = Object.entries(plan.mapping).filter(([, column]) => columns.includes(column))
  return { ...plan, mapping: Object.fromEntries(there) }
}

import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { changeBusinessName, type Member } from '#features/access/contract.ts'
import { accessMessages } from '#features/access/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { showToast } from '#kit/toasts.ts'

/** The name customers are told. Whoever is afraid of being looked for need not give their own. */
export function BusinessName({ member, mayChange }: { member: Member; mayChange: boolean }) {
  const { members: words } = useMessages(accessMessages).words
  const [written, setWritten] = useState<string | null>(null)
  const command = useCommand(changeBusinessName)
  const { id: memberId, name } = member

  async function save(businessName: string | null) {
    const before = member.businessName
    const answered = await command.send({ params: { memberId }, body: { businessName } })
    if (!answered.ok) return
    setWritten(null)
    showToast({
      text: businessName ? words.nowCalled({ name, businessName }) : words.nowOwnName({ name }),
      tone: 'done',
      undo: () => void command.send({ params: { memberId }, body: { businessName: before } }),
    })
  }
  if (written === null)
    return (
      <span className="flex items-center justify-between gap-2">
        <span className={member.businessName ? '' : 'text-sub'}>
          {member.businessName ?? words.ownName}
        </span>
        {mayChange ? (
          <Button
            kind="quiet"
            size="small"
            label={words.changeBusinessName({ name })}
            icon={<Pencil aria-hidden size={15} />}
            onPress={() => setWritten(member.businessName ?? '')}
          />
        ) : null}
      </span>
    )
  return (
    <div className="flex min-w-56 flex-col gap-1">
      <LineForm
        label={words.businessNameOf({ name })}
        hidesLabel
        autoFocus
        value={written}
        onChange={setWritten}
        onSave={() => void save(written.trim())}
        saveLabel={words.save}
        isSaving={command.isSending}
        refusal={command.refusal}
      />
      <span className="flex gap-1">
        {member.businessName ? (
          <Button kind="quiet" size="small" onPress={() => void save(null)}>
            {words.useOwnName}
          </Button>
        ) : null}
        <Button kind="quiet" size="small" onPress={() => setWritten(null)}>
          {words.leave}
        </Button>
      </span>
    </div>
  )
}

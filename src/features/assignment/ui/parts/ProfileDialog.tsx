import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { saveProfile, type MemberProfile } from '../../contract.ts'
import { desksMessages } from '../../desks/messages.ts'
import { draftOf, SkillFields, skillsIn } from './SkillFields.tsx'

/** What one person knows, and how much they carry well. */
export default function ProfileDialog(props: { member: MemberProfile; onClose: () => void }) {
  const { settings: words } = useMessages(desksMessages).words
  const kit = useMessages(kitMessages)
  const { member } = props
  const [skills, setSkills] = useState(draftOf(member.skills))
  const [carries, setCarries] = useState(String(member.carries))
  const command = useCommand(saveProfile)
  async function save() {
    const body = {
      skills: skillsIn(skills),
      carries: Math.max(1, Math.round(Number(carries.normalize('NFKC')) || member.carries)),
      hours: member.hours,
    }
    const answered = await command.send({ params: { memberId: member.memberId }, body })
    if (!answered.ok) return
    showToast({ text: words.saved, tone: 'done' })
    props.onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={member.name}
      keepsOpen
      actions={
        <>
          <Button onPress={props.onClose}>{kit.cancel}</Button>
          <Button kind="primary" isBusy={command.isSending} onPress={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <SkillFields draft={skills} onChange={setSkills} />
        <TextField
          label={words.carries}
          value={carries}
          inputMode="numeric"
          onChange={setCarries}
        />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}

import { useState } from 'react'
import { readOrganisation } from '#features/access/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import {
  removeDesk,
  saveDesk,
  type Desk,
  type DeskHours,
  type MemberProfile,
} from '../../contract.ts'
import { desksMessages } from '../../desks/messages.ts'
import { HoursFields } from './HoursFields.tsx'
import { draftOf, SkillFields, skillsIn } from './SkillFields.tsx'

type Props = {
  id: string
  desk: Desk | null
  members: readonly MemberProfile[]
  onClose: () => void
}

/** Who works at a desk, what it takes, when it is open. */
export default function DeskDialog({ id, desk, members, onClose }: Props) {
  const { settings: words } = useMessages(desksMessages).words
  const kit = useMessages(kitMessages)
  const [name, setName] = useState(desk?.name ?? '')
  const [memberIds, setMembers] = useState<readonly string[]>(desk?.memberIds ?? [])
  const [skills, setSkills] = useState(draftOf(desk?.skills ?? []))
  const [isAtOnce, setAtOnce] = useState(desk?.assignsAtArrival ?? true)
  const [hours, setHours] = useState<DeskHours | null>(desk?.hours ?? null)
  const company = useAnswer(readOrganisation, {})
  const save = useCommand(saveDesk)
  const remove = useCommand(removeDesk)
  const params = { deskId: id }
  function done(isOk: boolean) {
    if (!isOk) return
    showToast({ text: words.saved, tone: 'done' })
    onClose()
  }
  async function keep() {
    const body = { name, memberIds: [...memberIds], skills: skillsIn(skills), hours }
    done((await save.send({ params, body: { ...body, assignsAtArrival: isAtOnce } })).ok)
  }
  async function close() {
    done((await remove.send({ params })).ok)
  }
  const usual = company.state === 'ready' ? { ...company.value.calendar, breaks: [] } : null
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={desk ? words.editDesk({ name: desk.name }) : words.addDesk}
      width="wide"
      keepsOpen
      actions={
        <>
          {desk ? (
            <Button kind="danger" onPress={() => void close()}>
              {words.remove}
            </Button>
          ) : null}
          <Button onPress={onClose}>{kit.cancel}</Button>
          <Button
            kind="primary"
            isDisabled={name.trim() === ''}
            isBusy={save.isSending}
            onPress={() => void keep()}
          >
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField label={words.name} value={name} onChange={setName} isRequired maxLength={60} />
        <fieldset className="flex flex-wrap gap-x-4">
          <legend className="text-sm font-medium">{words.members}</legend>
          {members.map((member) => (
            <Checkbox
              key={member.memberId}
              isChosen={memberIds.includes(member.memberId)}
              onChange={(isOn) =>
                setMembers(
                  isOn
                    ? [...memberIds, member.memberId]
                    : memberIds.filter((each) => each !== member.memberId),
                )
              }
            >
              {member.name}
            </Checkbox>
          ))}
        </fieldset>
        <SkillFields draft={skills} onChange={setSkills} />
        <Checkbox isChosen={isAtOnce} onChange={setAtOnce}>
          {words.arrival}
        </Checkbox>
        {usual ? <HoursFields usual={usual} hours={hours} onChange={setHours} /> : null}
        <Refusal refusal={save.refusal ?? remove.refusal} />
      </div>
    </Dialog>
  )
}

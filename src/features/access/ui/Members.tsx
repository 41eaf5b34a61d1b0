import { changeAbsence, listMembers, readViewer, type Member } from '#features/access/contract.ts'
import { accessMessages } from '#features/access/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { showToast } from '#kit/toasts.ts'
import { BusinessName } from './parts/BusinessName.tsx'

const nobody = 'nobody'

/** Who works here, who is away, and who stands in. */
export function Members({ mayChange }: { mayChange: boolean }) {
  const { members: words } = useMessages(accessMessages).words
  const members = useAnswer(listMembers, {}, { live: true })
  const viewer = useAnswer(readViewer, {})
  const ownId = viewer.state === 'ready' ? viewer.value.memberId : null
  return (
    <>
      <p className="mb-3 text-sm text-sub">{words.lead}</p>
      <Answering answer={members}>
        {(value) => (
          <div className="card overflow-x-auto">
            <table className="w-full text-sm">
              <thead className="border-b border-line text-start text-xs text-sub">
                <tr>
                  {[
                    words.name,
                    words.businessName,
                    words.role,
                    words.team,
                    words.away,
                    words.substitute,
                  ].map((title) => (
                    <th
                      key={title}
                      scope="col"
                      className="px-4 py-2 text-start font-medium whitespace-nowrap"
                    >
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody className="divide-y divide-line-soft">
                {value.members.map((member) => (
                  <Row
                    key={member.id}
                    member={member}
                    others={value.members.filter((other) => other.id !== member.id)}
                    mayChange={mayChange}
                    ownId={ownId}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Answering>
    </>
  )
}

function Row(props: {
  member: Member
  others: readonly Member[]
  mayChange: boolean
  ownId: string | null
}) {
  const { roles, members: words } = useMessages(accessMessages).words
  const { member, others, mayChange } = props
  const change = useChange(member, others)
  return (
    <tr>
      <th scope="row" className="px-4 py-2 text-start font-semibold whitespace-nowrap">
        {member.name}
        {member.title ? (
          <span className="block text-xs font-normal text-sub">{member.title}</span>
        ) : null}
      </th>
      <td className="px-4 py-2 whitespace-nowrap">
        <BusinessName member={member} mayChange={mayChange || member.id === props.ownId} />
      </td>
      <td className="px-4 py-2 whitespace-nowrap">
        {member.roles.map((role) => roles[role]).join('・')}
      </td>
      <td className="px-4 py-2 whitespace-nowrap">{member.teamName ?? ''}</td>
      <td className="px-4 py-2">
        <Checkbox
          isChosen={member.isAway}
          isDisabled={!mayChange}
          hidesLabel
          onChange={(isAway) => void change({ isAway, substituteId: member.substituteId })}
        >
          {words.awayNamed({ name: member.name })}
        </Checkbox>
      </td>
      <td className="min-w-44 px-4 py-2">
        <Select
          label={words.substituteOf({ name: member.name })}
          hidesLabel
          isDisabled={!mayChange}
          choices={[{ id: nobody, name: words.nobody }, ...others]}
          value={member.substituteId ?? nobody}
          onChange={(chosen) =>
            void change({
              isAway: member.isAway,
              substituteId: chosen === nobody ? null : chosen,
            })
          }
        />
      </td>
    </tr>
  )
}

function useChange(member: Member, others: readonly Member[]) {
  const { members: words } = useMessages(accessMessages).words
  const command = useCommand(changeAbsence)
  const params = { memberId: member.id }
  return async (absence: { isAway: boolean; substituteId: string | null }) => {
    const { name, isAway, substituteId } = member
    const answered = await command.send({ params, body: absence })
    if (!answered.ok) return showToast({ text: answered.refusal.sentence, tone: 'trouble' })
    const substitute = others.find(({ id }) => id === absence.substituteId)?.name
    const text =
      absence.isAway === isAway && substitute
        ? words.substituted({ name, substitute })
        : absence.isAway
          ? words.nowAway({ name })
          : words.nowBack({ name })
    return showToast({
      text,
      tone: 'done',
      undo: () => void command.send({ params, body: { isAway, substituteId } }),
    })
  }
}

import { useState } from 'react'
import { useAnswer } from '#kit/answers.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import { outsideMessages } from '../../messages.ts'
import { readOutsideFor, tellOutside, type OutsideBody } from '../../contract.ts'

/** Which bodies suit this complaint, which of them are being named, and the record of it. */
export function useTelling(complaintId: string) {
  const { words: outside } = useMessages(outsideMessages)
  const params = { complaintId }
  const answer = useAnswer(readOutsideFor, { params })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const tell = useCommand(tellOutside)
  const bodies = answer.state === 'ready' ? answer.value.bodies : []
  const named = bodies.filter(({ id }) => chosen.includes(id))
  return {
    answer,
    named,
    tell,
    isChosen: ({ id }: OutsideBody) => chosen.includes(id),
    choose: ({ id }: OutsideBody, isOn: boolean) =>
      setChosen(isOn ? [...chosen, id] : chosen.filter((each) => each !== id)),
    async record(): Promise<boolean> {
      if (named.length === 0) return false
      const answered = await tell.send({ params, body: { bodyIds: named.map(({ id }) => id) } })
      if (!answered.ok) return false
      setChosen([])
      showToast({ text: outside.done, tone: 'done' })
      return true
    },
  }
}

export type Telling = ReturnType<typeof useTelling>

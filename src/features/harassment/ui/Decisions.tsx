import { Link } from '@tanstack/react-router'
import { ShieldQuestion } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { answerDecision, listDecisions } from '../ladder/contract.ts'
import { ladderMessages } from '../ladder/messages.ts'

type Waiting = z.output<(typeof listDecisions)['answer']>['waiting'][number]

/** On whatever page one is: somebody with a customer on the line waits for a yes or a no. */
export default function Decisions({ memberId }: { memberId: string }) {
  const { decisions: words } = useMessages(ladderMessages).words
  // Only whoever may decide follows every movement.
  const [isLive, setLive] = useState(false)
  const answer = useAnswer(listDecisions, {}, { live: isLive })
  if (answer.state === 'ready' && answer.value.mayDecide && !isLive) setLive(true)
  if (answer.state !== 'ready' || !answer.value.mayDecide) return null
  const waiting = answer.value.waiting.filter(({ byId }) => byId !== memberId)
  return (
    <>
      <p role="status" className="sr-only">
        {waiting.length > 0 ? words.arrived({ count: waiting.length }) : ''}
      </p>
      {waiting.length === 0 ? null : (
        <section
          aria-label={words.title}
          className="fixed end-3 bottom-3 z-30 flex max-h-[70dvh] w-[min(26rem,calc(100vw-1.5rem))] flex-col gap-2 overflow-y-auto max-sm:bottom-20"
        >
          {waiting.map((each, index) => (
            <Decide key={each.id} waiting={each} isFirst={index === 0} />
          ))}
        </section>
      )}
    </>
  )
}

function Decide({ waiting, isFirst }: { waiting: Waiting; isFirst: boolean }) {
  const { decisions: words } = useMessages(ladderMessages).words
  const command = useCommand(answerDecision)
  const [isNotYet, setNotYet] = useState(false)
  const [instead, setInstead] = useState('')
  const { id: askId, complaintId, byName: name, complaintNumber } = waiting
  const say = (upTo: 'end' | 'final-warning' | null) =>
    void command.send({ params: { complaintId, askId }, body: { upTo, words: instead } })
  const key = (keys: string) => (isFirst ? { keys, keysInFields: true } : {})
  return (
    <div className="flex flex-col gap-2 rounded-xl border-2 border-orange bg-raised p-3.5 shadow-lift">
      <p className="flex items-start gap-2 text-sm font-semibold">
        <ShieldQuestion aria-hidden size={18} className="mt-0.5 shrink-0 text-orange" />
        {words.asked({ name })}
      </p>
      <Link
        to="/complaints/$complaintId"
        params={{ complaintId }}
        className="tap inline-flex self-start text-sm text-accent underline underline-offset-4"
      >
        <span data-figures className="me-2">
          {complaintNumber}
        </span>
        {words.open}
      </Link>
      <div className="flex flex-wrap gap-1.5">
        <Button
          kind="primary"
          size="small"
          {...key('alt+z')}
          isBusy={command.isSending}
          onPress={() => say('end')}
        >
          {words.toEnd}
        </Button>
        <Button size="small" isBusy={command.isSending} onPress={() => say('final-warning')}>
          {words.toFinal}
        </Button>
        <Button size="small" isPressed={isNotYet} onPress={() => setNotYet(!isNotYet)}>
          {words.notYet}
        </Button>
      </div>
      {isNotYet ? (
        <div className="flex items-end gap-1.5">
          <div className="flex-1">
            <TextField
              label={words.instead}
              value={instead}
              onChange={setInstead}
              onSend={() => say(null)}
              maxLength={500}
              autoFocus
            />
          </div>
          <Button isBusy={command.isSending} onPress={() => say(null)}>
            {words.send}
          </Button>
        </div>
      ) : null}
      <Refusal refusal={command.refusal} />
    </div>
  )
}

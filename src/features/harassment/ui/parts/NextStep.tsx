import { MessageSquareText, PhoneOff, RefreshCw, UserRoundCheck } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { endCall } from '#features/intake/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { askDecision, takeStep, type readLadder, type Step } from '../../ladder/contract.ts'
import { ladderMessages } from '../../ladder/messages.ts'
import { SheetLink } from './Emergency.tsx'
import { bodyOf, type Place } from './place.ts'

export type Found = z.output<(typeof readLadder)['answer']>
type Props = { readonly place: Place; readonly found: Found; readonly keys: string }

/** The words to say, large, and one key: said. Where somebody has to decide first, the same key asks them. */
export function NextStep(props: Props) {
  const { found } = props
  const isOver = found.ladder.taken.some(({ step }) => step === 'end')
  if (isOver) return <Over {...props} />
  const next = found.offers.find(({ isNext }) => isNext)
  if (!next) return null
  if (next.waitsFor === 'decision') return <AskFirst {...props} />
  return <Say {...props} step={next.step} say={next.say} />
}

function Say({ place, found, keys, step, say }: Props & { step: Step; say: readonly string[] }) {
  const { words } = useMessages(ladderMessages)
  const [turn, setTurn] = useState(0)
  const command = useCommand(takeStep)
  const text = say[turn % Math.max(1, say.length)] ?? ''
  async function said() {
    const what = { step, said: text, emergency: null, police: null }
    const { complaintId } = place
    const done = await command.send({
      params: { complaintId },
      body: { ...bodyOf(place), ...what },
    })
    if (done.ok) setTurn(0)
  }
  return (
    <div className="flex flex-col gap-2">
      <Decided found={found} />
      <p className="flex items-start gap-2 text-lg leading-relaxed font-medium">
        <MessageSquareText aria-hidden size={20} className="mt-1.5 shrink-0 text-orange" />
        <span className="min-w-0 flex-1 wrap-anywhere">{text}</span>
      </p>
      <div className="flex flex-wrap items-center gap-1.5">
        <Button
          kind="primary"
          keys={keys}
          keysInFields
          isBusy={command.isSending}
          onPress={() => void said()}
        >
          {words.said({ step: words.steps[step] })}
        </Button>
        <Button
          kind="quiet"
          keys="shift+f4"
          keysInFields
          icon={<RefreshCw aria-hidden size={15} />}
          onPress={() => setTurn(turn + 1)}
        >
          {words.other}
        </Button>
      </div>
      <Refusal refusal={command.refusal} />
    </div>
  )
}

/** Who decided, or why not yet. */
function Decided({ found }: { found: Found }) {
  const { words } = useMessages(ladderMessages)
  const answer = found.ladder.ask?.answer
  if (!answer) return null
  const { byName: name, upTo } = answer
  return (
    <p role="status" className={`text-sm ${upTo ? 'text-green' : 'text-orange'}`}>
      {upTo
        ? words.granted({ name, upTo: words.steps[upTo] })
        : words.notYet({ name, words: answer.words })}
    </p>
  )
}

function AskFirst(props: Props) {
  const { words } = useMessages(ladderMessages)
  const { place, found, keys } = props
  const ask = useCommand(askDecision)
  const isWaiting = found.ladder.ask !== null && found.ladder.ask.answer === null
  const again = found.offers.find(({ step }) => step === 'request')
  if (isWaiting) {
    return (
      <div className="flex flex-col gap-2">
        <p role="status" className="text-sm font-semibold text-orange">
          {words.waiting}
        </p>
        {again ? <Say {...props} step="request" say={again.say} /> : null}
      </div>
    )
  }
  const { complaintId } = place
  const body = { ...bodyOf(place), upTo: 'end' as const }
  return (
    <div className="flex flex-col gap-2">
      <Decided found={found} />
      <Button
        kind="primary"
        keys={keys}
        keysInFields
        className="self-start"
        icon={<UserRoundCheck aria-hidden size={17} />}
        isBusy={ask.isSending}
        onPress={() => void ask.send({ params: { complaintId }, body })}
      >
        {words.ask}
      </Button>
      <Refusal refusal={ask.refusal} />
    </div>
  )
}

/** The talk was ended: the line may be put down. The police are asked for advice, or called when nobody leaves. */
function Over({ place, found, keys }: Props) {
  const { words } = useMessages(ladderMessages)
  const hang = useCommand(endCall)
  const command = useCommand(takeStep)
  const { complaintId, callId } = place
  const call = (police: '110' | '#9110') => {
    const said = police === '110' ? words.called110 : words.police9110
    const what = { step: 'police' as const, said, emergency: null, police }
    void command.send({ params: { complaintId }, body: { ...bodyOf(place), ...what } })
  }
  const has = found.ladder.taken.some(({ step }) => step === 'police')
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="text-sm">
        {callId ? words.ended : words.endedHere}
      </p>
      <div className="flex flex-wrap items-center gap-1.5">
        {callId ? (
          <Button
            kind="primary"
            keys={keys}
            keysInFields
            icon={<PhoneOff aria-hidden size={17} />}
            isBusy={hang.isSending}
            onPress={() => void hang.send({ params: { callId }, body: { how: 'ended-by-rule' } })}
          >
            {words.hangUp}
          </Button>
        ) : (
          <Button onPress={() => call('110')}>{words.called110}</Button>
        )}
        {has ? null : <Button onPress={() => call('#9110')}>{words.police9110}</Button>}
        <SheetLink place={place} />
        <SheetLink place={place} isAdvice />
      </div>
      <Refusal refusal={hang.refusal ?? command.refusal} />
    </div>
  )
}

import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { Moment } from '#kit/Time.tsx'
import { Unfold } from '#kit/Unfold.tsx'
import {
  agreeToJudgement,
  axisNames,
  noteAppeal,
  returnJudgement,
  type Judgement,
} from '../../judging/contract.ts'
import { judgingMessages } from '../../judging/messages.ts'

type Props = {
  readonly complaintId: string
  readonly judgement: Judgement
  readonly meId: string
  readonly onReconsider: () => void
}

/** One judgement as it stands: the three axes, who proposed and who agreed, and what it rests on. */
export default function JudgementCard(props: Props) {
  const { words } = useMessages(judgingMessages)
  const { judgement, meId } = props
  const { state, decision, appeals } = judgement
  return (
    <li className="flex flex-col gap-1.5 rounded-lg border border-line-soft px-3 py-2.5 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={state === 'decided' ? 'blue' : state === 'returned' ? 'gray' : 'orange'}>
          {words.states[state]}
        </Badge>
        <span className="font-semibold">{words.verdicts[judgement.verdict]}</span>
        {judgement.isReconsidered ? <Badge tone="gray">{words.reconsidered}</Badge> : null}
        <Moment at={judgement.at} className="ms-auto text-xs text-sub" />
      </p>
      <Axes judgement={judgement} />
      <p className="wrap-anywhere">{judgement.reason}</p>
      <p className="text-xs text-sub">{words.proposedBy({ name: judgement.byName })}</p>
      {decision ? (
        <p className="text-xs text-sub wrap-anywhere">
          {state === 'decided'
            ? words.agreedBy({ name: decision.byName })
            : words.returnedBy({ name: decision.byName })}
          {`　${decision.reason}`}
        </p>
      ) : null}
      {appeals.map(({ words: said, at, byName }) => (
        <p key={at} className="rounded-md bg-gray-bg px-2 py-1 wrap-anywhere">
          {words.appealed}：「{said}」<span className="text-xs text-sub">{byName}</span>
        </p>
      ))}
      {state === 'decided' ? <p className="text-xs text-sub">{words.goesOn}</p> : null}
      {state === 'proposed' && judgement.byId !== meId ? <Second {...props} /> : null}
      {state === 'proposed' && judgement.byId === meId ? (
        <p className="text-xs text-sub">{words.ownProposal}</p>
      ) : null}
      <Unfold title={words.detail}>{() => <Detail judgement={judgement} />}</Unfold>
      {state === 'decided' ? <After {...props} /> : null}
    </li>
  )
}

function Axes({ judgement }: { judgement: Judgement }) {
  const { words } = useMessages(judgingMessages)
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-xs">
      {axisNames.map((axis) => (
        <div key={axis} className="contents">
          <dt className="text-sub">{words.axes[axis]}</dt>
          <dd className="font-medium">{words.findings[judgement.axes[axis].finding]}</dd>
        </div>
      ))}
    </dl>
  )
}

function Detail({ judgement }: { judgement: Judgement }) {
  const { words } = useMessages(judgingMessages)
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col gap-1">
        {judgement.excerpts.map(({ id, words: said, saidAt, witnessName }) => (
          <li key={id} className="wrap-anywhere">
            「{said}」
            <span className="block text-xs text-sub">
              <Moment at={saidAt} always="both" /> {words.heardBy({ name: witnessName })}
            </span>
          </li>
        ))}
      </ul>
      {axisNames.map((axis) =>
        judgement.axes[axis].words === '' ? null : (
          <p key={axis} className="text-xs wrap-anywhere">
            <span className="text-sub">{words.axes[axis]}：</span>
            {judgement.axes[axis].words}
          </p>
        ),
      )}
    </div>
  )
}

function Second({ complaintId, judgement }: Props) {
  const { words } = useMessages(judgingMessages)
  const reason = useTextDraft(`${judgement.id}/second`)
  const agree = useCommand(agreeToJudgement)
  const giveBack = useCommand(returnJudgement)
  const order = {
    params: { complaintId, judgementId: judgement.id },
    body: { reason: reason.value },
  }
  async function send(command: typeof agree) {
    const sent = await command.send(order)
    if (sent.ok) reason.clear()
  }
  return (
    <div className="flex flex-col gap-2">
      <TextArea
        label={words.secondReason}
        value={reason.value}
        onChange={reason.change}
        onSend={() => void send(agree)}
        rows={2}
      />
      <div className="flex flex-wrap gap-1.5">
        <Button
          kind="primary"
          size="small"
          isBusy={agree.isSending}
          onPress={() => void send(agree)}
        >
          {words.agree}
        </Button>
        <Button size="small" isBusy={giveBack.isSending} onPress={() => void send(giveBack)}>
          {words.giveBack}
        </Button>
      </div>
      <Refusal refusal={agree.refusal ?? giveBack.refusal} />
    </div>
  )
}

/** New facts make a new judgement; the customer's objection stays beside the old one. */
function After({ complaintId, judgement, onReconsider }: Props) {
  const { words } = useMessages(judgingMessages)
  const [isOpen, setOpen] = useState(false)
  const said = useTextDraft(`${judgement.id}/appeal`)
  const command = useCommand(noteAppeal)
  async function send() {
    const params = { complaintId, judgementId: judgement.id }
    const sent = await command.send({ params, body: { words: said.value } })
    if (!sent.ok) return
    said.clear()
    setOpen(false)
  }
  return (
    <>
      <div className="flex flex-wrap gap-1.5">
        <Button size="small" onPress={onReconsider}>
          {words.reconsider}
        </Button>
        <Button size="small" isPressed={isOpen} onPress={() => setOpen(!isOpen)}>
          {words.appeal}
        </Button>
      </div>
      {isOpen ? (
        <div className="flex flex-col gap-2">
          <TextArea
            label={words.appealWords}
            value={said.value}
            onChange={said.change}
            onSend={() => void send()}
            rows={2}
          />
          <Button
            size="small"
            className="self-start"
            isBusy={command.isSending}
            onPress={() => void send()}
          >
            {words.appealSend}
          </Button>
          <Refusal refusal={command.refusal} />
        </div>
      ) : null}
    </>
  )
}

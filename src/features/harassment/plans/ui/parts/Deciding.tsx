import { useState } from 'react'
import { leaders, readViewer } from '#features/access/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import { agreePlan, type Plan, type Version } from '../../contract.ts'
import { planningMessages } from '../../../planning/messages.ts'
import { hasDecided } from '../../rules.ts'
import { PlanDialog } from './PlanDialog.tsx'
import { DeedDialog, type Deed } from './DeedDialog.tsx'
import { useWays } from './Terms.tsx'

/** What this person can decide of it now. */
export function Deciding({ plan }: { plan: Plan }) {
  const { words } = useMessages(planningMessages)
  const viewer = useAnswer(readViewer, {})
  const [deed, setDeed] = useState<Deed | null>(null)
  const [isChanging, setChanging] = useState(false)
  if (viewer.state !== 'ready') return null
  const actor = `member:${viewer.value.memberId}`
  const isLeader = leaders.some((role) => viewer.value.roles.includes(role))
  const waiting = plan.versions.find(({ outcome }) => outcome === 'waiting')
  const isHeld = plan.state === 'in-force' || plan.state === 'past-review'
  const open = plan.appeals.filter(({ answer }) => answer === null)
  const name = plan.terms.about
  const label = (how: string) => words.named({ how, number: plan.number })
  return (
    <div className="flex flex-col gap-3">
      {waiting && plan.state !== 'lifted' ? (
        <Waiting
          planId={plan.id}
          version={waiting}
          mayDecide={isLeader && waiting.proposedBy !== actor}
          onDecline={() => setDeed({ kind: 'decline', version: waiting.version })}
        />
      ) : null}
      {open.map(({ appealId, words: said }) => (
        <div key={appealId} className="flex flex-wrap items-center gap-2 text-sm">
          <p className="min-w-0 flex-1">{words.openAppeal({ words: said })}</p>
          {isLeader && !hasDecided(plan, actor) ? (
            <Button
              size="small"
              label={label(words.answerAppeal)}
              onPress={() => setDeed({ kind: 'answer', appealId })}
            >
              {words.answerAppeal}
            </Button>
          ) : (
            <p className="text-xs text-sub">{words.otherAnswers}</p>
          )}
        </div>
      ))}
      {isHeld ? (
        <div className="flex flex-wrap gap-2">
          {waiting ? null : (
            <Button size="small" label={label(words.change)} onPress={() => setChanging(true)}>
              {words.change}
            </Button>
          )}
          <Button
            size="small"
            label={label(words.noteAppeal)}
            onPress={() => setDeed({ kind: 'appeal' })}
          >
            {words.noteAppeal}
          </Button>
          {isLeader ? (
            <Button
              size="small"
              label={label(words.lift)}
              onPress={() => setDeed({ kind: 'lift' })}
            >
              {words.lift}
            </Button>
          ) : null}
        </div>
      ) : null}
      {deed ? (
        <DeedDialog planId={plan.id} about={name} deed={deed} onClose={() => setDeed(null)} />
      ) : null}
      {isChanging ? (
        <PlanDialog complaintId={plan.complaintId} plan={plan} onClose={() => setChanging(false)} />
      ) : null}
    </div>
  )
}

function Waiting(props: {
  planId: string
  version: Version
  mayDecide: boolean
  onDecline: () => void
}) {
  const { words } = useMessages(planningMessages)
  const { planId, version, mayDecide } = props
  const ways = useWays(version.terms)
  const command = useCommand(agreePlan)
  async function agree() {
    const body = { version: version.version }
    const answered = await command.send({ params: { planId }, body })
    if (answered.ok) showToast({ text: words.agreed })
  }
  return (
    <div className="flex flex-col gap-2 rounded-lg bg-accent-bg px-3 py-2 text-sm">
      <p>{words.waits({ name: version.proposedByName })}</p>
      {version.version > 1 ? (
        <p>
          {words.wants({
            window: version.terms.windowName,
            ways,
            reviewOn: version.terms.reviewOn,
          })}
        </p>
      ) : null}
      {mayDecide ? (
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" isBusy={command.isSending} onPress={() => void agree()}>
            {words.agree}
          </Button>
          <Button onPress={props.onDecline}>{words.decline}</Button>
        </div>
      ) : null}
      <Refusal refusal={command.refusal} />
    </div>
  )
}

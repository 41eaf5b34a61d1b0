import { Scale, Shield } from 'lucide-react'
import { Suspense, useState } from 'react'
import { readViewer } from '#features/access/contract.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { Section } from '#kit/Section.tsx'
import { Unfold } from '#kit/Unfold.tsx'
import { readJudging } from '../judging/contract.ts'
import { judgingMessages } from '../judging/messages.ts'
import { LadderSteps } from './parts/LadderSteps.tsx'
import { Near } from './parts/Near.tsx'

const JudgementCard = later(() => import('./parts/JudgementCard.tsx'))
const JudgementDialog = later(() => import('./parts/JudgementDialog.tsx'))

/** 保護: what the record is near to, what two people have judged, and the steps face to face. The complaint goes on. */
export default function HarassmentPanel({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(judgingMessages)
  const answer = useAnswer(readJudging, { params: { complaintId } })
  const viewer = useAnswer(readViewer, {})
  const [writing, setWriting] = useState<{ reconsiders: string | null } | null>(null)
  return (
    <Section
      title={words.panel}
      icon={Shield}
      tone="orange"
      aside={
        <Button
          size="small"
          keys="alt+n"
          icon={<Scale aria-hidden size={15} />}
          onPress={() => setWriting({ reconsiders: null })}
        >
          {words.judge}
        </Button>
      }
    >
      <Answering answer={answer} skeletonLines={1}>
        {(judging) => (
          <>
            <Near suggestions={judging.suggestions} hints={judging.hints} />
            {judging.judgements.length === 0 ? (
              <p className="text-sm text-sub">{words.lead}</p>
            ) : (
              <Suspense>
                <ul className="flex flex-col gap-2">
                  {judging.judgements.toReversed().map((judgement) => (
                    <JudgementCard
                      key={judgement.id}
                      complaintId={complaintId}
                      judgement={judgement}
                      meId={viewer.state === 'ready' ? viewer.value.memberId : ''}
                      onReconsider={() => setWriting({ reconsiders: judgement.id })}
                    />
                  ))}
                </ul>
              </Suspense>
            )}
            <Unfold title={words.there}>{() => <There complaintId={complaintId} />}</Unfold>
            <Suspense>
              {writing ? (
                <JudgementDialog
                  {...writing}
                  complaintId={complaintId}
                  judging={judging}
                  onClose={() => setWriting(null)}
                />
              ) : null}
            </Suspense>
          </>
        )}
      </Answering>
    </Section>
  )
}

/** Face to face the day is the occasion. */
function There({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(judgingMessages)
  const [kind, setKind] = useState<'counter' | 'visit'>('counter')
  return (
    <div className="flex flex-col gap-2">
      <Choices
        label={words.there}
        hidesLabel
        size="small"
        choices={[
          { id: 'counter' as const, name: words.counter },
          { id: 'visit' as const, name: words.visit },
        ]}
        value={kind}
        onChange={setKind}
      />
      <LadderSteps key={kind} complaintId={complaintId} kind={kind} isOpen />
    </div>
  )
}

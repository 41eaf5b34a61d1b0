import { ShieldAlert } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { visitBoardMessages } from '../board/messages.ts'
import { listComplaintVisits } from '../planning/contract.ts'
import { freshPlan } from './parts/fresh.ts'
import { VisitCard } from './parts/VisitCard.tsx'

const PlanForm = later(() => import('./parts/PlanForm.tsx'))

/** The visits of one complaint; one key plans the next. */
export default function VisitsPanel(props: { complaintId: string; mayApprove: boolean }) {
  const { words } = useMessages(visitBoardMessages)
  const [isPlanning, setPlanning] = useState(false)
  const now = useNow()
  const { complaintId, mayApprove } = props
  const answer = useAnswer(listComplaintVisits, { params: { complaintId } }, { live: true })
  const value = answer.state === 'ready' ? answer.value : null
  return (
    <Section
      title={words.title}
      icon={ShieldAlert}
      count={value?.visits.length ?? 0}
      aside={
        <Button
          kind="quiet"
          size="small"
          keys="v"
          label={words.plan}
          isDisabled={value === null}
          onPress={() => setPlanning(true)}
        >
          {words.plan}
        </Button>
      }
    >
      <Answering answer={answer} skeletonLines={1}>
        {({ visits }) =>
          visits.length === 0 ? (
            <p className="text-sm text-sub">{words.none}</p>
          ) : (
            <ul className="flex flex-col gap-3">
              {visits.map((visit) => (
                <li key={visit.id}>
                  <VisitCard visit={visit} mayApprove={mayApprove} hidesComplaint />
                </li>
              ))}
            </ul>
          )
        }
      </Answering>
      <Suspense>
        {isPlanning && value ? (
          <PlanForm
            visitId={null}
            complaintId={complaintId}
            isDrill={false}
            start={freshPlan(now, value.proposal)}
            onClose={() => setPlanning(false)}
          />
        ) : null}
      </Suspense>
    </Section>
  )
}

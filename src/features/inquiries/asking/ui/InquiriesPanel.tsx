import { MessageCircleQuestionMark } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { Section } from '#kit/Section.tsx'
import { listComplaintInquiries } from '../../contract.ts'
import { askingMessages } from '../messages.ts'
import { InquiryCard } from './parts/InquiryCard.tsx'

const AskForm = later(() => import('./parts/AskForm.tsx'))

/** Who in the company was asked what, by when, and what came back; one key asks. */
export default function InquiriesPanel(props: { complaintId: string }) {
  const { words } = useMessages(askingMessages)
  const [isAsking, setAsking] = useState(false)
  const params = { complaintId: props.complaintId }
  const answer = useAnswer(listComplaintInquiries, { params })
  const count = answer.state === 'ready' ? answer.value.inquiries.length : 0
  return (
    <Section
      title={words.title}
      icon={MessageCircleQuestionMark}
      tone="purple"
      count={count}
      aside={
        <Button
          kind="quiet"
          size="small"
          keys="d"
          label={words.ask}
          onPress={() => setAsking(true)}
        >
          {words.ask}
        </Button>
      }
    >
      <Answering answer={answer} skeletonLines={1}>
        {({ inquiries, nextPromiseAt }) =>
          inquiries.length === 0 ? (
            <p className="text-sm text-sub">{words.none}</p>
          ) : (
            <ul className="flex flex-col gap-3">
              {inquiries.map((inquiry) => (
                <li key={inquiry.id}>
                  <InquiryCard inquiry={inquiry} nextPromiseAt={nextPromiseAt} />
                </li>
              ))}
            </ul>
          )
        }
      </Answering>
      {isAsking ? (
        <Suspense>
          <AskForm complaintId={props.complaintId} onClose={() => setAsking(false)} />
        </Suspense>
      ) : null}
    </Section>
  )
}

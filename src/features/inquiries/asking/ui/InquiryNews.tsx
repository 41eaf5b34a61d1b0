import { useNavigate } from '@tanstack/react-router'
import { call } from '#kit/call.ts'
import { useMessages } from '#kit/language.tsx'
import { useMoved } from '#kit/live.tsx'
import { showToast } from '#kit/toasts.ts'
import { listComplaintInquiries } from '../../contract.ts'
import { askingMessages } from '../messages.ts'

const kinds = {
  'inquiries.answered': 'answer',
  'inquiries.asked-back': 'asked-back',
  'inquiries.declined': 'declined',
  'inquiries.date-moved': 'date',
  'inquiries.mailed': 'mail',
} as const

/** Whoever asked is told at once when a department moves, on whatever page they are. */
export default function InquiryNews({ memberId }: { memberId: string }) {
  const { news } = useMessages(askingMessages).words
  const navigate = useNavigate()
  const names = { ...news, answer: news.answered }
  useMoved((data) => {
    const { type, complaintId } = movementIn(data)
    if (type === null) return
    const kind = kinds[type]
    void call(listComplaintInquiries, { params: { complaintId } }).then((answered) => {
      if (!answered.ok) return
      const found = answered.value.inquiries.find(
        ({ askedById, turns }) => askedById === memberId && turns.at(-1)?.kind === kind,
      )
      if (!found) return
      const open = () => void navigate({ to: '/complaints/$complaintId', params: { complaintId } })
      const text = names[kind]({ department: found.departmentName })
      showToast({ text, tone: 'done', forMs: 12_000, action: { label: news.open, run: open } })
    })
  })
  return null
}

function movementIn(data: unknown): { type: keyof typeof kinds | null; complaintId: string } {
  const moved: Readonly<Record<string, unknown>> = Object.assign({}, data)
  const type = String(moved['type'])
  return { type: isKind(type) ? type : null, complaintId: String(moved['complaintId']) }
}

function isKind(type: string): type is keyof typeof kinds {
  return type in kinds
}

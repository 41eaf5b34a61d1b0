import { CircleCheck, CircleDashed, CircleX, Hourglass } from 'lucide-react'

export const answerLooks = {
  pending: { tone: 'orange', icon: Hourglass },
  accepted: { tone: 'green', icon: CircleCheck },
  rejected: { tone: 'gray', icon: CircleX },
  considering: { tone: 'blue', icon: CircleDashed },
} as const

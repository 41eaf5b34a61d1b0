import {
  Bell,
  BellRing,
  CalendarClock,
  CircleCheck,
  CircleDot,
  CircleX,
  ClipboardPen,
  Eye,
  Flag,
  Handshake,
  HeartCrack,
  Megaphone,
  Pause,
  Phone,
  PhoneForwarded,
  PhoneOff,
  Play,
  RotateCcw,
  Search,
  ShieldAlert,
  Tag,
  UserRound,
  type LucideIcon,
} from 'lucide-react'
import type { Tone } from '#kit/Badge.tsx'

type Look = { readonly icon: LucideIcon; readonly tone: Tone }

/** How an event looks in the conversation: an icon to find it again, a colour only where it means something. */
const looks: Readonly<Record<string, Look>> = {
  'complaints.customer-identified': { icon: UserRound, tone: 'gray' },
  'complaints.described': { icon: ClipboardPen, tone: 'gray' },
  'complaints.concern-raised': { icon: HeartCrack, tone: 'red' },
  'complaints.concern-settled': { icon: CircleCheck, tone: 'green' },
  'complaints.fact-confirmed': { icon: CircleCheck, tone: 'green' },
  'complaints.safety-checked': { icon: ShieldAlert, tone: 'orange' },
  'complaints.demand-made': { icon: Megaphone, tone: 'orange' },
  'complaints.demand-answered': { icon: Megaphone, tone: 'gray' },
  'complaints.assessed': { icon: Flag, tone: 'gray' },
  'complaints.cause-found': { icon: Search, tone: 'gray' },
  'complaints.assigned': { icon: UserRound, tone: 'gray' },
  'complaints.closed': { icon: CircleCheck, tone: 'green' },
  'complaints.reopened': { icon: RotateCcw, tone: 'orange' },
  'intake.call-started': { icon: Phone, tone: 'blue' },
  'intake.call-held': { icon: Pause, tone: 'orange' },
  'intake.call-resumed': { icon: Play, tone: 'gray' },
  'intake.call-ended': { icon: PhoneOff, tone: 'gray' },
  'intake.acknowledged': { icon: Bell, tone: 'gray' },
  'remedies.offered': { icon: Tag, tone: 'blue' },
  'remedies.answered': { icon: Tag, tone: 'gray' },
  'remedies.agreed': { icon: Handshake, tone: 'green' },
  'remedies.agreement-withdrawn': { icon: Handshake, tone: 'red' },
  'commitments.made': { icon: CalendarClock, tone: 'purple' },
  'commitments.warned': { icon: BellRing, tone: 'orange' },
  'commitments.renegotiated': { icon: CalendarClock, tone: 'purple' },
  'commitments.kept': { icon: CircleCheck, tone: 'green' },
  'commitments.broken': { icon: CircleX, tone: 'red' },
  'commitments.handed-over': { icon: CalendarClock, tone: 'gray' },
  'escalation.asked': { icon: PhoneForwarded, tone: 'orange' },
  'escalation.seen': { icon: Eye, tone: 'blue' },
  'escalation.accepted': { icon: CircleCheck, tone: 'green' },
  'escalation.returned': { icon: RotateCcw, tone: 'orange' },
  'escalation.moved-up': { icon: PhoneForwarded, tone: 'red' },
}

export function lookOf(type: string): Look {
  return looks[type] ?? { icon: CircleDot, tone: 'gray' }
}

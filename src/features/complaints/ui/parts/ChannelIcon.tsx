import {
  Download,
  FileText,
  Globe,
  Mail,
  MapPin,
  MessageCircle,
  MessageSquareQuote,
  Phone,
  Plug,
  Store,
  type LucideIcon,
} from 'lucide-react'
import type { Channel } from '#features/complaints/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { useMessages } from '#kit/language.tsx'

const icons: Readonly<Record<Channel, LucideIcon>> = {
  phone: Phone,
  mail: Mail,
  'web-form': Globe,
  chat: MessageCircle,
  counter: Store,
  letter: FileText,
  visit: MapPin,
  review: MessageSquareQuote,
  import: Download,
  api: Plug,
}

/** How it reached us: an icon to the eye, the word to the ear. */
export function ChannelIcon({ channel }: { channel: Channel }) {
  const { words } = useMessages(complaintsMessages)
  const Icon = icons[channel]
  return (
    <span title={words.channels[channel]} className="inline-flex">
      <Icon aria-hidden size={14} />
      <span className="sr-only">{words.channels[channel]}</span>
    </span>
  )
}

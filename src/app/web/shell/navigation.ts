import { Handshake, Inbox, Settings, Sunrise, type LucideIcon } from 'lucide-react'

type Place = {
  readonly to: '/today' | '/inbox' | '/promises' | '/settings'
  readonly word: 'today' | 'inbox' | 'promises' | 'settings'
  readonly keys: string
  readonly icon: LucideIcon
  readonly alsoCalled: string
}

/** The rooms one can walk to, in the order of a day. */
export const places: readonly Place[] = [
  { to: '/today', word: 'today', keys: 'g t', icon: Sunrise, alsoCalled: 'today ホーム 今日' },
  { to: '/inbox', word: 'inbox', keys: 'g i', icon: Inbox, alsoCalled: 'inbox 一覧 じゅしんばこ' },
  {
    to: '/promises',
    word: 'promises',
    keys: 'g p',
    icon: Handshake,
    alsoCalled: 'promises 期限 やくそく',
  },
  {
    to: '/settings',
    word: 'settings',
    keys: 'g s',
    icon: Settings,
    alsoCalled: 'settings 営業日 規定 封印 せってい',
  },
]

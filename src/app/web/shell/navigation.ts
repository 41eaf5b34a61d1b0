import { leaders, type Viewer } from '#features/access/contract.ts'
import {
  Handshake,
  Headset,
  Inbox,
  MessageCircleWarning,
  Settings,
  Sunrise,
  type LucideIcon,
} from 'lucide-react'

export type Place = {
  readonly to: '/today' | '/inbox' | '/promises' | '/board' | '/reviews' | '/settings'
  readonly word: 'today' | 'inbox' | 'promises' | 'board' | 'reviews' | 'settings'
  readonly keys: string
  readonly icon: LucideIcon
  readonly alsoCalled: string
  readonly isForLeaders?: boolean
}

/** The rooms one can walk to, in the order of a day. */
const places: readonly Place[] = [
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
    to: '/board',
    word: 'board',
    keys: 'g b',
    icon: Headset,
    alsoCalled: 'board supervisor 見守り ささやき ぼーど',
    isForLeaders: true,
  },
  {
    to: '/reviews',
    word: 'reviews',
    keys: 'g r',
    icon: MessageCircleWarning,
    alsoCalled: 'reviews sns 口コミ レビュー くちこみ',
  },
  {
    to: '/settings',
    word: 'settings',
    keys: 'g s',
    icon: Settings,
    alsoCalled: 'settings 営業日 規定 封印 せってい',
  },
]

export function isLeader({ roles }: Pick<Viewer, 'roles'>): boolean {
  return leaders.some((role) => roles.includes(role))
}

/** Those this person may enter. */
export function placesFor(viewer: Pick<Viewer, 'roles'>): readonly Place[] {
  return places.filter(({ isForLeaders }) => !isForLeaders || isLeader(viewer))
}

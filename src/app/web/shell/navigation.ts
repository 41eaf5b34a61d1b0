import { leaders, type Viewer } from '#features/access/contract.ts'
import {
  BadgeCheck,
  ShieldAlert,
  Handshake,
  Headset,
  Inbox,
  MessageCircleWarning,
  ScrollText,
  Settings,
  Sunrise,
  type LucideIcon,
} from 'lucide-react'

export type Place = {
  readonly to:
    | '/today'
    | '/inbox'
    | '/promises'
    | '/approvals'
    | '/board'
    | '/visits'
    | '/reviews'
    | '/remedies'
    | '/settings'
  readonly word:
    | 'today'
    | 'inbox'
    | 'promises'
    | 'approvals'
    | 'board'
    | 'visits'
    | 'reviews'
    | 'remedies'
    | 'settings'
  readonly keys: string
  readonly icon: LucideIcon
  readonly alsoCalled: string
  readonly isForLeaders?: boolean
  /** Leaders, and whoever has the authority of one today. */
  readonly isForDeciders?: boolean
  /** The bar of a phone is full; there one comes here from the settings. */
  readonly isWide?: boolean
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
    to: '/approvals',
    word: 'approvals',
    keys: 'g a',
    icon: BadgeCheck,
    alsoCalled: 'approvals 決裁 しょうにん',
    isForDeciders: true,
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
    to: '/visits',
    word: 'visits',
    keys: 'g v',
    icon: ShieldAlert,
    alsoCalled: 'visits 警報 ほうもん 訓練',
  },
  {
    to: '/reviews',
    word: 'reviews',
    keys: 'g r',
    icon: MessageCircleWarning,
    alsoCalled: 'reviews sns 口コミ レビュー くちこみ',
  },
  {
    to: '/remedies',
    word: 'remedies',
    keys: 'g k',
    icon: ScrollText,
    alsoCalled: 'rules remedies きてい かいふく 決裁 返金 交換 上限 条文',
    isWide: true,
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

/** Those this person may enter by their own roles. */
export function placesFor(viewer: Pick<Viewer, 'roles'>): readonly Place[] {
  return isLeader(viewer)
    ? places
    : places.filter(({ isForLeaders, isForDeciders }) => !isForLeaders && !isForDeciders)
}

/** Those in the rail; a place for deciders is shown to others while they have somebody's authority. */
export function railFor(viewer: Pick<Viewer, 'roles'>): readonly (Place & { isLent?: boolean })[] {
  if (isLeader(viewer)) return places
  return places
    .filter(({ isForLeaders }) => !isForLeaders)
    .map((place) => ({ ...place, isLent: place.isForDeciders ?? false }))
}

import type { Role } from '#features/access/contract.ts'

/** みなと食卓: food and kitchen things by mail order, 140 people, one desk in Shizuoka. Nobody here exists. */
export const company = { name: 'みなと食卓', slug: 'demo' } as const

export type Person = {
  readonly name: string
  readonly kana: string
  readonly title: string
  readonly team: 'desk' | 'quality' | 'logistics' | 'office'
  readonly roles: readonly Role[]
  /** Who may be tried in the demo. */
  readonly email?: string
}

export const teams = {
  desk: 'お客様相談室',
  quality: '品質保証部',
  logistics: '物流部',
  office: '総務部',
} as const

export const staff = {
  matsui: {
    name: '松井 あかり',
    kana: 'まつい あかり',
    title: 'オペレーター',
    team: 'desk',
    roles: ['operator'],
    email: 'matsui@demo.example',
  },
  kobayashi: {
    name: '小林 大輔',
    kana: 'こばやし だいすけ',
    title: 'オペレーター',
    team: 'desk',
    roles: ['operator'],
    email: 'kobayashi@demo.example',
  },
  kawabata: {
    name: '川端 ゆり',
    kana: 'かわばた ゆり',
    title: 'オペレーター（メール）',
    team: 'desk',
    roles: ['operator'],
  },
  sasaki: {
    name: '佐々木 恵',
    kana: 'ささき めぐみ',
    title: 'SV',
    team: 'desk',
    roles: ['supervisor', 'operator'],
    email: 'sasaki@demo.example',
  },
  takagi: {
    name: '高木 誠',
    kana: 'たかぎ まこと',
    title: '室長',
    team: 'desk',
    roles: ['supervisor'],
  },
  ishida: {
    name: '石田 隼人',
    kana: 'いしだ はやと',
    title: '訪問担当',
    team: 'desk',
    roles: ['visitor'],
    email: 'ishida@demo.example',
  },
  nakano: {
    name: '中野 さくら',
    kana: 'なかの さくら',
    title: '品質・VOC担当',
    team: 'quality',
    roles: ['analyst'],
    email: 'nakano@demo.example',
  },
  mori: {
    name: '森 由美子',
    kana: 'もり ゆみこ',
    title: '相談窓口',
    team: 'office',
    roles: ['consultation'],
    email: 'mori@demo.example',
  },
  okamoto: {
    name: '岡本 健',
    kana: 'おかもと けん',
    title: '物流部',
    team: 'logistics',
    roles: ['department'],
  },
  fujii: {
    name: '藤井 直子',
    kana: 'ふじい なおこ',
    title: '管理者',
    team: 'office',
    roles: ['admin'],
    email: 'fujii@demo.example',
  },
} as const satisfies Record<string, Person>

export type StaffKey = keyof typeof staff

/** The same for everybody who can be tried; the demo company holds nobody's data. */
export const demoPassword = 'uketome-demo'

/** What ends a visit on the phone in the demo, and what ends it when somebody forces them to. */
export const demoPins = { pin: '4826', duressPin: '7391' } as const

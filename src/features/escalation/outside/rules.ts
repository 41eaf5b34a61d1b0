import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { OutsideBody, OutsideField } from './contract.ts'

const idOf = (n: number) => `00000000-0000-7000-8000-0000000024${String(n).padStart(2, '0')}`
const checkedOn = '2026-11-22'

/** What every company begins with. Telephone numbers only where the body itself publishes one for the whole country. */
export const firstBodies: readonly OutsideBody[] = [
  {
    id: idOf(1),
    name: '消費者ホットライン（最寄りの消費生活センター）',
    field: 'general',
    phone: '188',
    hours: '窓口により異なります（年末年始を除き原則毎日）',
    about:
      '商品やサービスについての苦情を、専門の相談員が無料で聞きます。一部のIP電話からはつながりません。',
    source: 'https://www.gov-online.go.jp/useful/article/201807/1.html',
    checkedOn,
  },
  {
    id: idOf(2),
    name: '国民生活センター 紛争解決委員会',
    field: 'general',
    phone: '',
    hours: '',
    about:
      '消費者と会社のあいだの、全国的に重要な争いについて、和解の仲介や仲裁をします。まず消費生活センターへのご相談が近道です。',
    source: 'https://www.kokusen.go.jp/adr/',
    checkedOn,
  },
  {
    id: idOf(3),
    name: '消費生活用製品PLセンター',
    field: 'product',
    phone: '0120-11-5457',
    hours: '平日',
    about: '乳幼児用品、家具、台所用品などの製品事故や品質の相談を、中立の立場で受けます。',
    source: 'https://www.sg-mark.org/plcenter/',
    checkedOn,
  },
  {
    id: idOf(4),
    name: '家電製品PLセンター',
    field: 'product',
    phone: '',
    hours: '平日',
    about: '家電製品の事故や安全の相談を受け、斡旋や裁定をします（法務大臣の認証を受けた機関）。',
    source: 'https://aeha.or.jp/plc/about/index.html',
    checkedOn,
  },
  {
    id: idOf(5),
    name: '金融ADR機関の窓口（金融庁の一覧）',
    field: 'finance',
    phone: '',
    hours: '',
    about: '銀行、保険、証券、貸金など、業態ごとに苦情と紛争解決の窓口が分かれています。',
    source: 'https://www.fsa.go.jp/policy/adr/adr_madoguchi.html',
    checkedOn,
  },
  {
    id: idOf(6),
    name: '医療安全支援センター',
    field: 'medical',
    phone: '',
    hours: '都道府県・市の窓口により異なります',
    about: '医療についての苦情や相談を、都道府県などの窓口が中立の立場で受けます。',
    source: 'https://www.anzen-shien.jp/',
    checkedOn,
  },
  {
    id: idOf(7),
    name: '個人情報保護委員会 個人情報保護法相談ダイヤル',
    field: 'privacy',
    phone: '03-6457-9849',
    hours: '平日 9:30〜17:30（年末年始を除く）',
    about: '個人情報の取り扱いについての質問や苦情を受け、争いがあればあっせんもします。',
    source: 'https://www.ppc.go.jp/personalinfo/pipldial/',
    checkedOn,
  },
  {
    id: idOf(8),
    name: '総合労働相談コーナー（都道府県労働局）',
    field: 'labour',
    phone: '',
    hours: '平日。窓口により異なります',
    about: '職場でのいじめや嫌がらせなど、働く方の相談を無料で受けます。',
    source: 'https://www.mhlw.go.jp/general/seido/chihou/kaiketu/soudan.html',
    checkedOn,
  },
]

export type WhyOutside = 'asked' | 'all-rejected' | 'refused-again' | 'closed-without'

/** Is now the time to name somebody outside? Never to be rid of a customer: only when we could not agree, or they ask. */
export function whyOutside(record: CaseRecord): WhyOutside | null {
  const { cues, offers, demands, agreement, closing } = record
  if (cues.some(({ code }) => code === 'mentions_authority' || code === 'legal_action'))
    return 'asked'
  if (agreement) return null
  if (closing?.outcome === 'declined') return 'closed-without'
  if (offers.length > 0 && offers.every(({ answer }) => answer === 'rejected'))
    return 'all-rejected'
  if (demands.some(({ answer, times }) => answer === 'declined' && times > 1))
    return 'refused-again'
  return null
}

/** Those of this matter first, the general ones behind; the others not at all. */
export function bodiesFor(record: CaseRecord, bodies: readonly OutsideBody[]): OutsideBody[] {
  const fields = fieldsOf(record)
  return [
    ...bodies.filter(({ field }) => fields.includes(field)),
    ...bodies.filter(({ field }) => field === 'general'),
  ]
}

function fieldsOf({ cues, isSafety, cause }: CaseRecord): OutsideField[] {
  const isAbout = (code: string) => cues.some((each) => each.code === code)
  return [
    ...(isAbout('privacy_breach') ? (['privacy'] as const) : []),
    ...(isSafety || isAbout('safety_accident') || cause?.cause === 'defect'
      ? (['product'] as const)
      : []),
  ]
}

/** Older than a year: somebody should look again before it is told to a customer. */
export function isStale({ checkedOn: on }: Pick<OutsideBody, 'checkedOn'>, today: string): boolean {
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(on).add({ years: 1 }), today) < 0
}

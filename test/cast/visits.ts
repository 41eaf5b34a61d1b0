import type { StaffKey } from './people.ts'

const usual = {
  holidayWords: '',
  place: 'entrance',
  isHome: true,
  peopleThere: 1,
  sign: '青いファイルの件、佐々木さんに伝えてください',
  question: 'きょうの昼は？ → そば',
  bring: '',
  mayPromise: '',
  checkInMinutes: 20,
  car: '白の軽 静岡 580 あ 12-34',
  clothes: '紺の上着',
} as const

type Told = {
  /** A story of the cast; null: a drill. */
  readonly complaint: string | null
  readonly visitors: readonly [StaffKey, ...StaffKey[]]
}

/** Visits of the demo company, each complete enough to leave for. */
export const visits = {
  drill: {
    complaint: null,
    visitors: ['ishida', 'kobayashi'],
    plan: {
      ...usual,
      purpose: '訪問の訓練：確認が途切れたとき、だれがどう動くかを試す',
      toWhom: '訓練の訪問先',
      address: '本社の会議室',
      agreedWords: '訓練のため、なし',
      isHome: false,
      checkInMinutes: 5,
    },
    outcome: '声と「そば」の答えで確かめた。佐々木は電話中で気づかなかった。端末の通知を入れる。',
  },
  back: {
    complaint: 'gesture-apart',
    visitors: ['takagi', 'ishida'],
    plan: {
      ...usual,
      purpose: '折り返しの約束を三度破ったことを、室長からお詫びする',
      toWhom: '宮下 直人 様',
      address: '静岡市葵区追手町1-1',
      agreedWords: '水曜の2時なら家にいます',
      bring: '約束の記録の写し、お詫びの品',
      mayPromise: '次の約束は室長が守ること',
    },
    report: {
      demanded: '次からは、かけられないと分かった時点で知らせてほしい',
      said: '来てくれた人は初めてです。もういいですよ。',
      promised: '約束の時刻の前に、必ず一度ご連絡する',
      signedWords: '',
      wasLoud: false,
      needsCare: false,
    },
  },
  out: {
    complaint: 'asked-in-vain',
    visitors: ['takagi', 'kawabata'],
    plan: {
      ...usual,
      purpose: '北海道への出張の最後の日に、お詫びに伺う',
      toWhom: '戸田 恵美 様',
      address: '札幌市中央区大通西9-9',
      agreedWords: '出張のついでなら、金曜の午後1時に',
      place: 'public',
      isHome: false,
      car: 'なし（列車と徒歩）',
      clothes: '灰色の背広、紺の上着',
    },
  },
  today: {
    complaint: 'old-customer',
    visitors: ['ishida', 'kobayashi'],
    plan: {
      ...usual,
      purpose: '今年の干物を見せていただき、作り方の変更をご説明する',
      toWhom: '遠藤 亮 様',
      address: '静岡市駿河区曲金9-9-9',
      agreedWords: 'その時間なら家にいるから、来てもらえると助かります',
      bring: '製造の記録、昨年の製法の干物',
      mayPromise: '品質保証部からの書面のお返事まで',
    },
  },
} as const satisfies Record<string, Told & { plan: object; outcome?: string; report?: object }>

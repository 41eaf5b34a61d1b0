import type { CustomerFields } from '#features/complaints/contract.ts'

/** Invented people with the variants that real lists have: 髙, 﨑, 齋, kana, widths. Numbers are reserved for examples. */
export const customers = {
  mori: {
    name: '森本 千尋',
    kana: 'もりもと ちひろ',
    phone: '090-0000-1101',
    email: 'morimoto@example.com',
  },
  takahashi: { name: '髙橋 由紀子', kana: 'たかはし ゆきこ', phone: '03-0000-2202' },
  yamasaki: { name: '山﨑 勇', kana: 'やまさき いさむ', phone: '080-0000-3303' },
  saito: {
    name: '齋藤 邦彦',
    kana: 'さいとう くにひこ',
    phone: '054-000-4404',
    email: 'k-saito@example.jp',
  },
  ota: { name: '太田 実', kana: 'おおた みのる', phone: '090-0000-5505' },
  hayashi: {
    name: '林 美帆',
    kana: 'はやし みほ',
    phone: '070-0000-6606',
    email: 'hayashi.miho@example.com',
  },
  watanabe: { name: '渡邊 志保', kana: 'わたなべ しほ', phone: '090-0000-7707' },
  kondo: { name: '近藤 拓也', kana: 'こんどう たくや', email: 'kondo.t@example.com' },
  nishimura: { name: '西村 ハル', kana: 'にしむら はる', phone: '054-000-8808' },
  endo: {
    name: '遠藤 亮',
    kana: 'えんどう りょう',
    phone: '080-0000-9909',
    email: 'endo@example.jp',
  },
} as const satisfies Record<string, CustomerFields>

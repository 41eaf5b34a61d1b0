import type { CareSettings } from './contract.ts'

/** As shipped: a beginning for a company to think about, no figure of any law or guideline. */
export const shipped: CareSettings = {
  measure: { minutes: 20, insults: 3, threats: 1, halfLifeHours: 24 },
  breaks: [5, 15, 30],
  helplines: [
    {
      name: 'こころの健康相談統一ダイヤル',
      phone: '0570-064-556',
      hours: '曜日と時間は、お住まいの都道府県で違います',
      checkedOn: '2026-11-23',
    },
    {
      name: 'よりそいホットライン',
      phone: '0120-279-338',
      hours: '24時間',
      checkedOn: '2026-11-23',
    },
  ],
}

import { dictionary } from '#kernel/dictionary.ts'

export const protectionSettingsMessages = dictionary({
  ja: {
    words: {
      title: '保護の記録',
      lead: '保護の記録を扱えるのは、相談窓口と、ここで指名した上長だけです。管理者にも見えません。',
      people: '指名した上長',
      none: 'まだ誰も指名していません。',
      name: '指名する',
      unname: '外す',
      candidate: '上長',
      keepYears: '見直すまでの年数',
      offences: '親告罪の一覧（一行に「名前｜根拠」）',
      platforms: '大規模プラットフォームの一覧（一行に一つ。削除の申出に7日の期限が付きます）',
      checkedOn: '法律と見比べた日',
      notAdvice: '法的助言ではありません。変わったときは、見比べた日とともに直してください。',
      changed: (given: { name: string }) => `最後に変えた人：${given.name}`,
      save: '保存する',
      saved: '保存しました',
    },
  },
  en: {
    words: {
      title: 'Protective record',
      lead: 'Only the consultation desk and the supervisors named here keep it. Administrators do not see it.',
      people: 'Supervisors named',
      none: 'Nobody is named yet.',
      name: 'Name',
      unname: 'Remove',
      candidate: 'Supervisor',
      keepYears: 'Years until it is looked at again',
      offences: 'Offences that need an accusation (one per line: name｜basis)',
      platforms: 'Designated platforms (one per line; they answer a removal request within 7 days)',
      checkedOn: 'Held against the law on',
      notAdvice: 'This is no legal advice. When the law changes, mend the lists and the day.',
      changed: ({ name }) => `Changed last by ${name}`,
      save: 'Save',
      saved: 'Saved',
    },
  },
})

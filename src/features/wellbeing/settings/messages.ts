import { dictionary } from '#kernel/dictionary.ts'

export const careSettingsMessages = dictionary({
  ja: {
    words: {
      title: 'こころの手当て',
      lead: 'どれかひとつに達すると、本人に休憩をお勧めし、率いる人には「交代を」とだけ出します。法令の数字ではなく、当社基準です。',
      minutes: 'きつい話（分）',
      insults: '侮辱（回）',
      threats: '脅し（回）',
      halfLifeHours: '重さが半分になるまで（時間）',
      outOfRange: ({ least, most }: { least: number; most: number }) =>
        `${least}から${most}までの数にしてください。`,
      helplines: '社外の窓口',
      helplinesHint: '番号と時間は変わります。確かめた日を、いつも書き直してください。',
      name: '名前',
      phone: '電話',
      hours: '受付の時間',
      checkedOn: '確かめた日',
      add: '窓口を足す',
      remove: '外す',
      removeNamed: ({ name }: { name: string }) => `${name || 'この窓口'}を外す`,
      save: '保存する',
      saved: '保存しました。',
    },
  },
  en: {
    words: {
      title: 'Care',
      lead: 'When one of these is reached, the person is offered a break, and leaders read “to be relieved” and nothing else. These are our own measures, not figures of the law.',
      minutes: 'Hard talk (minutes)',
      insults: 'Insults',
      threats: 'Threats',
      halfLifeHours: 'Weighs half after (hours)',
      outOfRange: ({ least, most }) => `A number from ${least} to ${most}, please.`,
      helplines: 'Helplines outside',
      helplinesHint: 'Numbers and hours change. Write down the day you checked them.',
      name: 'Name',
      phone: 'Telephone',
      hours: 'Hours',
      checkedOn: 'Checked on',
      add: 'Add a helpline',
      remove: 'Remove',
      removeNamed: ({ name }) => `Remove ${name || 'this helpline'}`,
      save: 'Save',
      saved: 'Saved.',
    },
  },
})

import { dictionary } from '#kernel/dictionary.ts'

type Body = { name: string; phone: string }
type Named = { bodies: readonly Body[]; isAsked: boolean }
const namesJa = (bodies: readonly Body[]) => bodies.map(({ name }) => name).join('、')
const namesEn = (bodies: readonly Body[]) =>
  bodies.map(({ name, phone }) => (phone ? `${name} (${phone})` : name)).join(', ')

/** A number is said once, slowly, where there is one. */
function numbersJa(bodies: readonly Body[]): string {
  const known = bodies.filter(({ phone }) => phone !== '')
  if (known.length === 0) return ''
  const said = known.map(({ name, phone }) => {
    const number = phone.length > 3 ? phone : `${phone}番`
    return known.length > 1 ? `${name}が${number}` : number
  })
  return `お電話番号は、${said.join('、')}でございます。`
}

/** Bodies outside: which, what to say of them, and the list in the settings. */
export const outsideMessages = dictionary({
  ja: {
    words: {
      title: 'ほかの相談窓口',
      lead: 'お客様が納得されないときに、ご案内できる社外の窓口です。',
      notAdvice:
        '法的助言ではありません。番号や時間は変わることがあるため、確かめた日をご覧ください。',
      because: {
        asked: 'お客様が社外の窓口を口にされました。止めずに、ご案内します。',
        'all-rejected': 'お出しした案がすべて断られています。',
        'refused-again': '同じご要望を、続けてお断りしています。',
        'closed-without': 'ご要望に添えないまま終了しています。',
      },
      say: 'このように伝えます',
      sentence: ({ bodies, isAsked }: Named) =>
        isAsked
          ? `「ご相談になるのは、お客様の大切な権利と存じます。${namesJa(bodies)}にご相談いただけます。${numbersJa(bodies)}私どもでも、引き続き対応いたします。」`
          : `「ここまでお話ししたことが、いまの私どものお返事でございます。ご納得いただけないときは、${namesJa(bodies)}にもご相談いただけます。${numbersJa(bodies)}ご相談のあとも、私どもの窓口は開いたままでございます。」`,
      tell: 'ご案内したと記録する',
      told: (given: { names: string }) => `ご案内済み：${given.names}`,
      done: '記録に残しました。',
      checked: (given: { day: string }) => `${given.day} に確かめた`,
      stale: '一年以上確かめていません。お伝えする前にお確かめください。',
      source: '出どころ',
      settings: '社外の相談窓口',
      name: '窓口の名前',
      field: '分野',
      fields: {
        general: 'すべての苦情',
        product: '製品の事故・品質',
        finance: '金融',
        medical: '医療',
        privacy: '個人情報',
        labour: '働く人',
        telecom: '通信',
      },
      phone: '電話番号',
      hours: '受付時間',
      about: 'どんな窓口か',
      checkedOn: '確かめた日',
      add: '窓口を加える',
      remove: '消す',
      edit: '直す',
      save: '窓口を保存する',
      saved: '社外の窓口を保存しました。',
    },
  },
  en: {
    words: {
      title: 'Other places to turn to',
      lead: 'Bodies outside the company that a customer may turn to who does not agree.',
      notAdvice: 'This is not legal advice. Numbers and hours change: see when each was looked up.',
      because: {
        asked: 'The customer spoke of somebody outside. Do not hold them back; tell them.',
        'all-rejected': 'Everything offered was rejected.',
        'refused-again': 'The same demand was declined more than once.',
        'closed-without': 'It was closed without meeting the demand.',
      },
      say: 'Say',
      sentence: ({ bodies, isAsked }: Named) =>
        isAsked
          ? `“You are quite free to do so. You may turn to ${namesEn(bodies)}. We go on with it as well.”`
          : `“Our answer is as I have explained. If you cannot agree, you may also turn to ${namesEn(bodies)}. That changes nothing in how we treat you.”`,
      tell: 'Record that I told them',
      told: (given: { names: string }) => `Told: ${given.names}`,
      done: 'It is in the record.',
      checked: (given: { day: string }) => `looked up ${given.day}`,
      stale: 'Not looked up for over a year. Check before you tell a customer.',
      source: 'Source',
      settings: 'Bodies outside',
      name: 'Name',
      field: 'Field',
      fields: {
        general: 'any complaint',
        product: 'products',
        finance: 'finance',
        medical: 'medical',
        privacy: 'personal data',
        labour: 'labour',
        telecom: 'telecoms',
      },
      phone: 'Telephone',
      hours: 'Hours',
      about: 'What it is',
      checkedOn: 'Looked up on',
      add: 'Add a body',
      remove: 'Remove',
      edit: 'Edit',
      save: 'Save the list',
      saved: 'The list was saved.',
    },
  },
})

import { dictionary } from '#kernel/dictionary.ts'

type By = { byName: string }
type Mode = 'connect' | 'call-back' | 'watch'
type Asked = {
  kind: string
  mode: Mode
  reason: string
  person: string | null
  toName: string | null
}

const modeJa: Record<Mode, string> = { connect: '交代', 'call-back': '折り返し', watch: '見守り' }
const modeEn: Record<Mode, string> = {
  connect: 'take the call',
  'call-back': 'call back',
  watch: 'watch',
}

export const escalationMessages = dictionary({
  ja: {
    words: {
      callBack: {
        promise: ({ name }: { name: string | null }) =>
          `${name ? `${name}から` : '責任者から'}折り返しお電話する`,
        passed: '折り返しの電話を引き継いだため',
        shown: (given: { window: string; phone: string | null }) =>
          `折り返し ${given.window}${given.phone ? `　${given.phone}` : ''}`,
      },
      atDesk: (given: { name: string }) => `${given.name}が預かっています`,
      atLeaders: 'SV全員が預かっています',
      help: {
        button: '助けを呼ぶ',
        long: '静かに助けを呼ぶ（お客様には聞こえません）',
        reason: '応対中に助けを求めています。',
        sent: 'SVに知らせました。お客様には聞こえません。',
        back: '取り下げました。',
        undo: '押し間違いのため',
      },
      kinds: {
        supervisor: '上司を希望',
        'named-person': '名指しの希望',
        'silent-help': '静かな助け',
      },
      brokenPromise: '約束が過ぎました',
      modes: { connect: 'すぐ替わる', 'call-back': '折り返す', watch: '見守る' },
      states: {
        asked: '未確認',
        seen: '見ました',
        accepted: '引き継ぎ済み',
        returned: '差し戻し',
        withdrawn: '取り下げ',
      },
      keeping: {
        'own-mistake': 'ご自身の応対のことなので、応対者が続け、SVが見守ります',
        'caller-will-not-let-go': 'お電話を切らせていただけないため、応対者が続け、SVが見守ります',
        'money-demanded': '金品を求められているため、応対者が続け、SVが見守ります',
      },
      waiting: 'SVへのお願い',
      list: 'SVへのお願いの一覧',
      askedBy: (given: { name: string }) =>
        `${given.name}${given.name === 'うけとめ' ? '' : 'さん'}から`,
      person: (given: { name: string }) => `${given.name} をご希望`,
      see: '見ました',
      seeNamed: (given: { number: string }) => `${given.number} を見ましたと伝える`,
      seenAlone: '見たことを記録しました。',
      seenSent: (given: { name: string }) => `${given.name}さんに「見ました」と伝えました。`,
      seenBy: (given: { name: string }) => `${given.name}さんが見ました`,
      sheet: '引き継ぎ票',
      sheetNamed: (given: { number: string }) => `${given.number} の引き継ぎ票`,
    },
    refusals: {
      'escalation.missing':
        'そのお願いは見つかりません。「SVへのお願い」の一覧を開き直してください。',
      'escalation.already-asked': ({ toName }: { toName: string | null }) =>
        toName
          ? `もう${toName}さんにお願いしています。返事を待つか、いちど取り下げてからお願いし直してください。`
          : 'もうSVにお願いしています。返事を待つか、いちど取り下げてからお願いし直してください。',
      'escalation.over': ({ state, byName }: { state: string; byName: string | null }) =>
        `このお願いは、もう終わっています（${overJa(state, byName)}）。続きは苦情の記録をご覧ください。`,
      'escalation.keeping-reason':
        'ご自分で続けるのは、三つの理由（ご自分の応対のこと、電話を切らせていただけない、金品のお求め）のときだけです。理由を選ぶか、替わる・折り返すを選んでください。',
      'escalation.body-twice':
        '同じ窓口が二度書かれています。どちらか一つを消してから保存してください。',
      'escalation.body-missing':
        'その窓口は、もう一覧にありません。一覧を開き直して選んでください。',
      'escalation.shift-of-other':
        'ほかの人の申し送りは、SVか管理者が行います。ご自分の分を選んでください。',
      'escalation.shift-to-self':
        'ご自分への申し送りになっています。受け取る人を選び直してください。',
      'escalation.shift-to-nobody':
        '誰に申し送るかを選んでください。一人の人か、窓口の全員のどちらかです。',
      'escalation.shift-empty':
        '申し送ることがありません。苦情を一件選ぶか、次の番に伝えることを書いてください。',
      'escalation.shift-desk-missing':
        'その窓口は、もうありません。「申し送り」を開き直して、窓口を選んでください。',
      'escalation.shift-missing':
        'その申し送りは見つかりません。「申し送り」を開き直してください。',
      'escalation.shift-not-yours': ({ toName }: { toName: string }) =>
        `この申し送りを確認するのは${toName}さんです。急ぐときは、本人に声をかけてください。`,
      'escalation.transfer-of-other': 'ほかの人の仕事の引き渡しは、SVか管理者が行います。',
      'escalation.transfer-missing':
        'その引き渡しは見つかりません。「不在の引き渡し」を開き直してください。',
      'escalation.transfer-undone': 'この引き渡しは、もう元に戻しています。',
      'escalation.transfer-gone':
        'もうこの人の担当ではないため、そのままにしました。記録で今の担当をお確かめください。',
      'escalation.own':
        'ご自分で出したお願いは、ご自分では引き受けられません。ほかのSVに声をかけるか、取り下げてください。',
      'escalation.window-past':
        '折り返しの時間が、もう過ぎています。これからの日時をお客様にうかがってください。',
      'escalation.window-backwards':
        '折り返しの終わりが、始まりより前になっています。何時から何時までかをお確かめください。',
      'escalation.route-twice': ({ name }: { name: string }) =>
        `「${name}」が二度書かれています。どちらか一つを消してから保存してください。`,
      'escalation.route-unreachable': ({ name, above }: { name: string; above: string }) =>
        `「${name}」には、どのお願いも届きません。上の「${above}」が先に当てはまるためです。順番を入れ替えるか、条件をせまくしてください。`,
      'escalation.desk-missing': ({ name }: { name: string }) =>
        `「${name}」で選ばれた窓口は、もうありません。ほかの窓口を選び直してください。`,
      'escalation.not-for-you': ({ toName }: { toName: string | null }) =>
        `このお願いに答えられるのは、${toName ? `${toName}さん` : '頼まれた人'}かSVです。急ぐときは、本人に声をかけてください。`,
    },
    events: {
      'escalation.asked': ({ kind, mode, reason, person, toName }: Asked) => {
        const to = toName ? `${toName}さん` : 'SV'
        if (person)
          return `「${person}」をご希望のため、${to}に${modeJa[mode]}をお願いしました：${reason}`
        if (kind === 'silent-help') return `${to}に、静かに助けを求めました：${reason}`
        return `${to}に${modeJa[mode]}をお願いしました：${reason}`
      },
      'escalation.seen': ({ byName }: By) => `${byName}さんが見ました。`,
      'escalation.accepted': ({ byName }: By) => `${byName}さんが引き受けました。`,
      'escalation.returned': ({ byName, reason }: By & { reason: string }) =>
        `${byName}さんから戻りました：${reason}`,
      'escalation.moved-up': ({ toName, afterMinutes }: { toName: string; afterMinutes: number }) =>
        afterMinutes > 0
          ? `${afterMinutes}分、見た人がいないため、${toName}さんにお願いを回しました。`
          : `不在のため、${toName}さんにお願いを移しました。`,
      'escalation.unanswered': ({ askedAgainAt }: { askedAgainAt: string | null }) =>
        askedAgainAt
          ? '全員にお願いしましたが、まだ誰も見ていません。お客様には折り返しの日時をお約束してください。時間をおいて、もう一度お願いします。'
          : '全員に繰り返しお願いしましたが、誰も見ていません。お客様には折り返しの日時をお約束し、直接どなたかに声をかけてください。',
      'escalation.outside-told': ({ names }: { names: readonly string[] }) =>
        `ほかの相談窓口をご案内しました：${names.join('、')}`,
      'escalation.withdrawn': ({ reason }: { reason: string }) =>
        `お願いを取り下げました：${reason}`,
    },
  },
  en: {
    words: {
      callBack: {
        promise: ({ name }: { name: string | null }) =>
          `Call back by ${name ?? 'the one in charge'}`,
        passed: 'The call back was taken over',
        shown: (given: { window: string; phone: string | null }) =>
          `Call back ${given.window}${given.phone ? `, ${given.phone}` : ''}`,
      },
      atDesk: (given: { name: string }) => `Kept by ${given.name}`,
      atLeaders: 'Kept by all who lead',
      help: {
        button: 'Get help',
        long: 'Ask for help silently (the customer hears nothing)',
        reason: 'Asks for help during the talk.',
        sent: 'A supervisor was told. The customer hears nothing.',
        back: 'Taken back.',
        undo: 'Pressed by mistake',
      },
      kinds: {
        supervisor: 'Wants a supervisor',
        'named-person': 'Wants a named person',
        'silent-help': 'Silent help',
      },
      brokenPromise: 'Broken promise',
      modes: { connect: 'Connect now', 'call-back': 'Call back', watch: 'Watch' },
      states: {
        asked: 'Not seen',
        seen: 'Seen',
        accepted: 'Taken over',
        returned: 'Returned',
        withdrawn: 'Withdrawn',
      },
      keeping: {
        'own-mistake': 'It is about their own handling: the operator goes on, a supervisor watches',
        'caller-will-not-let-go':
          'The caller will not let go: the operator goes on, a supervisor watches',
        'money-demanded': 'Money is demanded: the operator goes on, a supervisor watches',
      },
      waiting: 'Requests to supervisors',
      list: 'Requests to supervisors',
      askedBy: (given: { name: string }) => `from ${given.name}`,
      person: (given: { name: string }) => `asks for ${given.name}`,
      see: 'Seen',
      seeNamed: (given: { number: string }) => `Tell that ${given.number} was seen`,
      seenAlone: 'Recorded that you have seen it.',
      seenSent: (given: { name: string }) => `${given.name} was told that you have seen it.`,
      seenBy: (given: { name: string }) => `Seen by ${given.name}`,
      sheet: 'Hand-over sheet',
      sheetNamed: (given: { number: string }) => `Hand-over sheet of ${given.number}`,
    },
    refusals: {
      'escalation.missing': 'That request was not found. Open the list of requests again.',
      'escalation.already-asked': ({ toName }) =>
        `${toName ?? 'A supervisor'} has been asked already. Wait for the answer, or withdraw the request and ask again.`,
      'escalation.over': ({ state, byName }) =>
        `This request is over (${state}${byName ? `, ${byName}` : ''}). Go on in the record of the complaint.`,
      'escalation.keeping-reason':
        'It stays with you for three reasons only: your own handling, a caller who will not let go, money demanded. Choose one of them, or connect or call back.',
      'escalation.body-twice': 'The same body is written twice. Remove one and save again.',
      'escalation.body-missing': 'That body is no longer on the list. Open the list again.',
      'escalation.shift-of-other':
        'A supervisor tells the next shift for somebody else. Choose your own matters.',
      'escalation.shift-to-self': 'This goes to yourself. Choose somebody else to receive it.',
      'escalation.shift-to-nobody': 'Choose who is to be told: one member, or everybody at a desk.',
      'escalation.shift-empty':
        'There is nothing to tell. Choose a complaint, or write what the next shift should know.',
      'escalation.shift-desk-missing': 'That desk no longer exists. Open the page again.',
      'escalation.shift-missing': 'That hand-over was not found. Open the page again.',
      'escalation.shift-not-yours': ({ toName }) =>
        `This is for ${toName} to confirm. If it is urgent, speak to them.`,
      'escalation.transfer-of-other':
        'A supervisor or an administrator hands over for somebody else.',
      'escalation.transfer-missing': 'That transfer was not found. Open the page again.',
      'escalation.transfer-undone': 'This transfer was given back already.',
      'escalation.transfer-gone':
        'It is no longer theirs, so it was left alone. See the record for who has it now.',
      'escalation.own':
        'You cannot take over your own request. Speak to another supervisor, or withdraw it.',
      'escalation.window-past': 'That time has passed. Ask the customer for a time still to come.',
      'escalation.window-backwards':
        'The call back ends before it begins. Check from when until when.',
      'escalation.route-twice': ({ name }) =>
        `“${name}” is written twice. Remove one and save again.`,
      'escalation.route-unreachable': ({ name, above }) =>
        `No request reaches “${name}”, because “${above}” above it matches first. Change the order or narrow it.`,
      'escalation.desk-missing': ({ name }) =>
        `The desk chosen in “${name}” no longer exists. Choose another one.`,
      'escalation.not-for-you': ({ toName }) =>
        `Only ${toName ?? 'the one who was asked'} or a supervisor can answer this. If it is urgent, speak to them.`,
    },
    events: {
      'escalation.asked': ({ kind, mode, reason, person, toName }) => {
        const to = toName ?? 'a supervisor'
        if (person)
          return `The customer asks for ${person}; ${to} was asked to ${modeEn[mode]}: ${reason}`
        if (kind === 'silent-help') return `Silent help was asked of ${to}: ${reason}`
        return `${to} was asked to ${modeEn[mode]}: ${reason}`
      },
      'escalation.seen': ({ byName }) => `${byName} has seen it.`,
      'escalation.accepted': ({ byName }) => `${byName} took it over.`,
      'escalation.returned': ({ byName, reason }) => `${byName} gave it back: ${reason}`,
      'escalation.moved-up': ({ toName, afterMinutes }) =>
        afterMinutes > 0
          ? `Nobody looked for ${afterMinutes} min; ${toName} was asked.`
          : `${toName} has it now, because of an absence.`,
      'escalation.unanswered': ({ askedAgainAt }) =>
        askedAgainAt
          ? 'Everybody was asked and nobody has looked yet. Promise the customer a call back with a date; we will ask again after a while.'
          : 'Everybody was asked several times and nobody looked. Promise the customer a call back with a date, and speak to somebody directly.',
      'escalation.outside-told': ({ names }) =>
        `The customer was told of other places to turn to: ${names.join(', ')}`,
      'escalation.withdrawn': ({ reason }) => `The request was withdrawn: ${reason}`,
    },
  },
})

function overJa(state: string, byName: string | null): string {
  if (state === 'accepted') return byName ? `${byName}さんが引き継ぎました` : '引き継ぎ済み'
  if (state === 'returned') return byName ? `${byName}さんから戻りました` : '差し戻し'
  return '取り下げ'
}

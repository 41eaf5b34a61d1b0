import { dictionary } from '#kernel/dictionary.ts'

const kindsJa = { danger: '危険があったこと', identification: '見分ける手がかり' } as const
const kindsEn = { danger: 'A danger', identification: 'How to recognise' } as const
const outcomesJa = {
  removed: '削除された',
  declined: '削除しないと返答',
  'no-answer': '返答なし',
} as const
const outcomesEn = { removed: 'removed', declined: 'declined', 'no-answer': 'no answer' } as const
const clocksJa = { accusation: '告訴', removal: '削除の申出', keeping: '保存の見直し' } as const
const clocksEn = {
  accusation: 'Accusation',
  removal: 'Removal request',
  keeping: 'Keeping',
} as const

type Kind = { kind: keyof typeof kindsJa }
type Note = Kind & { facts: string }
type Post = { platform: string; account: string }
type Asked = { askedOn: string; dueOn: string | null }
type Answered = { outcome: keyof typeof outcomesJa; on: string }
type Accusing = { offence: string; knownOn: string; dueOn: string }
type Settled = { outcome: 'filed' | 'not-filed'; on: string }
type Warned = { kind: keyof typeof clocksJa; dueOn: string }
type Decided = { keeps: boolean; until: string | null; reason: string }
type Sheet = { number: string; act: 'opened' | 'printed' }
type Pack = { forWhom: string; purpose: string }
type Screen = { name: string; sha256: string }

/** The sentences of the protective record and of its refusals. */
export const protectionMessages = dictionary({
  ja: {
    kinds: kindsJa,
    outcomes: outcomesJa,
    clocks: clocksJa,
    refusals: {
      'protection.not-named':
        '保護の記録は、相談窓口と、相談窓口が指名した上長が扱います。必要なときは相談窓口に声をかけてください。',
      'protection.label': ({ label }: { label: string }) =>
        `「${label}」は人への評価です。何を言われ、何をされたかを、日時と言葉のまま書いてください。相手の言葉は「」で囲みます。`,
      'protection.missing': 'その記録は見つかりません。画面を開き直してください。',
      'protection.to-come': 'まだ来ていない時刻です。起きた日時を確かめてください。',
      'protection.day-wrong': 'その日付では前後が合いません。日付を確かめてください。',
      'protection.until-past': '先の日付を選んでください。',
      'protection.corrected-already': 'この記録はもう取り下げてあります。',
      'protection.offence-unknown': '親告罪の一覧にありません。設定の一覧を確かめてください。',
      'protection.no-clock':
        '告訴の期限の決まりが使われていません。設定の「法律の期限」で使うようにしてください。',
      'protection.preserved-already':
        'この投稿の保全は終わっています。新しい投稿として残してください。',
      'protection.no-screen': '画面の写しがまだありません。一枚加えてから完了にしてください。',
      'protection.preserve-first': '削除を申し出る前に、画面の写しを加えて保全を完了してください。',
      'protection.asked-already': '削除の申出はもう出ています。返答を記入してください。',
      'protection.no-picture': 'PNG、JPEG、WebP の画像か PDF を選んでください。',
      'protection.erased':
        'この記録は、人の決定で消去されました。新しく書き加えることはできません。',
      'protection.other-customer':
        '別のお客様の苦情は、同じ一式に入れられません。お客様ごとに作ってください。',
      'protection.chain-broken':
        '記録のつながりに食い違いがあり、証拠一式を作れません。管理者に「記録の確かさ」を見てもらってください。',
      'protection.pack-too-large': ({ megabytes }: { megabytes: number }) =>
        `ファイルが合わせて ${megabytes}MB を超えています。入れるファイルを減らして、二つに分けてください。`,
      'protection.file-altered': ({ name }: { name: string }) =>
        `「${name}」が、届いたときのハッシュと合いません。このファイルを外し、管理者に知らせてください。`,
      'protection.no-supervisor': '指名できるのは上長だけです。役割を確かめてください。',
    },
    events: {
      'protection.opened': '保護の記録を開きました',
      'protection.noted': ({ kind, facts }: Note) => `${kindsJa[kind]}：${facts}`,
      'protection.corrected': ({ reason }: { reason: string }) =>
        `記録を取り下げました（${reason}）`,
      'protection.instructed': ({ words }: { words: string }) => `応対する人への指示：${words}`,
      'protection.instruction-ended': ({ reason }: { reason: string }) =>
        `指示を終えました（${reason}）`,
      'protection.post-found': ({ platform, account }: Post) =>
        `${platform} の投稿を見ました（${account}）`,
      'protection.screen-kept': ({ name, sha256 }: Screen) =>
        `画面の写しを残しました（${name}、SHA-256 ${sha256.slice(0, 16)}…）`,
      'protection.post-preserved': '投稿の保全を完了しました',
      'protection.removal-asked': ({ askedOn, dueOn }: Asked) =>
        `削除を申し出ました（${askedOn}${dueOn ? `、返答の期限 ${dueOn}` : ''}）`,
      'protection.removal-answered': ({ outcome, on }: Answered) =>
        `削除の申出の結果：${outcomesJa[outcome]}（${on}）`,
      'protection.accusation-begun': ({ offence, knownOn, dueOn }: Accusing) =>
        `${offence}に当たり得る行為。告訴の期限 ${dueOn}（相手を知った日 ${knownOn}）`,
      'protection.accusation-settled': ({ outcome, on }: Settled) =>
        outcome === 'filed' ? `告訴しました（${on}）` : `告訴しないと決めました（${on}）`,
      'protection.clock-warned': ({ kind, dueOn }: Warned) =>
        `${clocksJa[kind]}の期限を知らせました（${dueOn}）`,
      'protection.ordinary-erased':
        'お客様の情報が消去されました。この記録を残すかどうかを決めます',
      'protection.keeping-decided': ({ keeps, until, reason }: Decided) =>
        keeps
          ? `${until ?? ''} まで残すと決めました（${reason}）`
          : `消去すると決めました（${reason}）`,
      'protection.sheet-used': ({ number, act }: Sheet) =>
        act === 'printed' ? `${number}の票を印刷しました` : `${number}の票を開きました`,
      'protection.pack-made': ({ forWhom, purpose }: Pack) =>
        `証拠一式を作りました（${forWhom}、${purpose}）`,
    },
  },
  en: {
    kinds: kindsEn,
    outcomes: outcomesEn,
    clocks: clocksEn,
    refusals: {
      'protection.not-named':
        'The protective record is kept by the consultation desk and the supervisors it has named. Ask the consultation desk when you need it.',
      'protection.label': ({ label }) =>
        `"${label}" judges a person. Write what was said and done, with time and verbatim words; put their words between 「 and 」.`,
      'protection.missing': 'That was not found. Open the page again.',
      'protection.to-come': 'That time has not come yet. Check when it happened.',
      'protection.day-wrong': 'These days do not follow one another. Check the date.',
      'protection.until-past': 'Choose a day to come.',
      'protection.corrected-already': 'This note was withdrawn already.',
      'protection.offence-unknown':
        'It is not in the list of offences. Check the list in the settings.',
      'protection.no-clock':
        'The clock for accusations is not in use. Turn it on in the settings, under statutory clocks.',
      'protection.preserved-already': 'This post is preserved. Preserve another one anew.',
      'protection.no-screen': 'There is no screenshot yet. Add one, then complete it.',
      'protection.preserve-first': 'Add a screenshot and complete the preservation before you ask.',
      'protection.asked-already': 'Its removal was asked already. Enter the answer.',
      'protection.no-picture': 'Choose a PNG, JPEG or WebP picture, or a PDF.',
      'protection.erased': 'This record was erased by a decision. Nothing can be added.',
      'protection.other-customer': 'Complaints of another customer need a pack of their own.',
      'protection.chain-broken':
        'The chain of the record does not hold, so no pack can be made. Ask an administrator to look at the integrity page.',
      'protection.pack-too-large': ({ megabytes }) =>
        `The files are more than ${megabytes} MB together. Leave some out, or make two packs.`,
      'protection.file-altered': ({ name }) =>
        `"${name}" does not match the hash it came with. Leave it out and tell an administrator.`,
      'protection.no-supervisor': 'Only a supervisor can be named. Check the roles.',
    },
    events: {
      'protection.opened': 'The protective record was opened',
      'protection.noted': ({ kind, facts }) => `${kindsEn[kind]}: ${facts}`,
      'protection.corrected': ({ reason }) => `A note was withdrawn (${reason})`,
      'protection.instructed': ({ words }) => `Instruction: ${words}`,
      'protection.instruction-ended': ({ reason }) => `The instruction ended (${reason})`,
      'protection.post-found': ({ platform, account }) => `A post on ${platform} (${account})`,
      'protection.screen-kept': ({ name, sha256 }) =>
        `Screenshot kept (${name}, SHA-256 ${sha256.slice(0, 16)}…)`,
      'protection.post-preserved': 'The post is preserved',
      'protection.removal-asked': ({ askedOn, dueOn }) =>
        `Removal asked on ${askedOn}${dueOn ? `, answer due ${dueOn}` : ''}`,
      'protection.removal-answered': ({ outcome, on }) =>
        `Removal request: ${outcomesEn[outcome]} (${on})`,
      'protection.accusation-begun': ({ offence, knownOn, dueOn }) =>
        `May amount to ${offence}. Accusation possible until ${dueOn} (known on ${knownOn})`,
      'protection.accusation-settled': ({ outcome, on }) =>
        outcome === 'filed' ? `Accusation filed (${on})` : `Decided not to file (${on})`,
      'protection.clock-warned': ({ kind, dueOn }) => `${clocksEn[kind]}: reminded (${dueOn})`,
      'protection.ordinary-erased':
        "The customer's data were erased; somebody decides about this record",
      'protection.keeping-decided': ({ keeps, until, reason }) =>
        keeps ? `Kept until ${until ?? ''} (${reason})` : `To be erased (${reason})`,
      'protection.sheet-used': ({ number, act }) =>
        `${act === 'printed' ? 'Printed' : 'Opened'} the sheet for ${number}`,
      'protection.pack-made': ({ forWhom, purpose }) =>
        `Evidence pack made (${forWhom}, ${purpose})`,
    },
  },
})

import { dictionary } from '#kernel/dictionary.ts'
import { dueWords } from '../phrasing/sentences.ts'

type Values = { said: string; now: string | null }
type Written = { drafted: number; mended: number; own: number }

const short = (words: string | null) => {
  const line = (words ?? '').replaceAll(/\s+/gu, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}
const ja = (words: string | null) => `「${short(words)}」`
const en = (words: string | null) => `“${short(words)}”`
const when = (now: string | null) => (now ? dueWords({ dueAt: now }) : '')

/** What the pane of drafts says; why a sentence does not stand any more is said by the gate, too. */
export const draftingMessages = dictionary({
  ja: {
    words: {
      kinds: '作れる下書き',
      lead: '記録で確認できたことだけから作ります。記録にないことは、空けておきます。',
      fits: 'いまの状態に合います',
      notNow: 'いまは作れないもの',
      back: '一覧に戻る',
      draftOf: ({ kind }: { kind: string }) => `「${kind}」の下書き`,
      blank: '書き足す所',
      manners: 'あいさつなど（記録によらない文）',
      grounds: 'この文の根拠',
      lacks: ({ what }: { what: string }) => `記録にまだないこと：${what}`,
      typed: '書きかけの文面があります。どちらも、あとで元に戻せます。',
      putIn: '文面に入れる',
      replace: '置き換える',
      append: '後ろに足す',
      put: '下書きを入れました。空いている所を埋めてください。',
      copy: '文面を写す',
      copied: '文面を写しました。',
      notCopied: 'ブラウザーが写すことを許していません。文面を選んで写してください。',
      ways: {
        paper: '紙でお渡しする手紙です。写して、手紙の本文にお使いください。',
        inside: '社内にとどめる報告書です。お客様には送りません。',
        public: '口コミの場に載せる返信です。写して、公開の返信にお使いください。',
      },
      fallen: '根拠が変わった文',
      fallenCount: ({ count }: { count: number }) => `${count}つの文の根拠が、記録で変わりました。`,
      remove: 'この文を消す',
      removeThis: ({ text }: { text: string }) => `この文を消す：${text}`,
      removed: '文を消しました。',
      orRewrite: '残すときは、いまの記録に合わせて書き直してください。',
      mended: '直した文（もとの根拠で照らしています）',
      written: ({ drafted, mended, own }: Written) =>
        `下書きの文 ${drafted}　直した文 ${mended}　ご自身の文 ${own}`,
      kind: {
        'apology-mail': 'お詫び（メール）',
        'apology-letter': 'お詫び（手紙）',
        progress: '経過のご連絡',
        'answer-full': '回答（全面的に認める）',
        'answer-partial': '回答（一部認める）',
        'answer-declined': '回答（お断り）',
        receipt: '受付のお知らせ',
        'promise-moved': '約束の再調整',
        prevention: '再発防止のご報告',
        warning: '警告書・来店お断り',
        'accident-report': '事故・苦情報告書',
        'review-reply': '口コミへの返信',
      },
      whyNot: {
        closed: 'この件は終了しています。',
        'already-acknowledged': '受付は、もうお知らせしています。',
        'nothing-accepted': 'お受けしたご要望も、合意もまだありません。',
        'nothing-declined': 'お断りしたご要望がありません。',
        'something-accepted': 'お受けしたものがあるので、「一部認める」を選んでください。',
        'something-declined': 'お断りしたものがあるので、「一部認める」を選んでください。',
        'no-promise': 'お客様との約束がありません。',
        'no-cause': '原因が、確認した事実として書かれていません。',
        'no-measure-needed': '記録では、対策は不要と決めています。',
        'no-harassment': '警告する言動が、記録にありません。',
        'not-a-review': '口コミから受けた件ではありません。',
      },
      lack: {
        matter: '当社のことと確認した事実',
        impact: 'お客様への影響',
        cause: '原因',
        response: '対応',
        prevention: '今後の対策',
        reason: '理由と代わりの案',
        due: '次の日時',
      },
      ground: {
        fact: '事実',
        commitment: '約束',
        offer: 'ご提案',
        agreement: '合意',
        clause: '規定',
        demand: 'ご要望と答え',
        concern: 'お気持ち',
        detail: '記録の項目',
        event: '経過',
        plan: '連絡の取り決め',
        measure: '今後の対策',
      },
      why: {
        'fact-withdrawn': ({ said }: Values) => `事実${ja(said)}は、取り下げられました。`,
        'fact-changed': ({ said, now }: Values) =>
          `事実${ja(said)}は、${ja(now)}に改められました。`,
        'fact-attribution': ({ said }: Values) =>
          `事実${ja(said)}は、当社の行いではないと改められました。`,
        'fact-confirmed': ({ now }: Values) => `${ja(now)}は、もう確認できています。`,
        'promise-withdrawn': ({ said }: Values) => `約束${ja(said)}は、取り下げられました。`,
        'promise-broken': ({ said }: Values) => `約束${ja(said)}は、期限を過ぎました。`,
        'promise-moved': ({ said, now }: Values) =>
          `約束${ja(said)}の期限は、${when(now)}に変わりました。`,
        'promise-kept': ({ said }: Values) => `約束${ja(said)}は、もう果たしています。`,
        'promise-reopened': ({ said }: Values) => `約束${ja(said)}は、まだ果たせていません。`,
        'offer-gone': ({ said }: Values) => `ご提案${ja(said)}は、記録にありません。`,
        'offer-rejected': ({ said }: Values) => `ご提案${ja(said)}を、お客様は断られました。`,
        'offer-changed': ({ said, now }: Values) => `ご提案${ja(said)}は、いまは${ja(now)}です。`,
        'agreement-withdrawn': ({ said }: Values) => `合意${ja(said)}は、取り消されました。`,
        'agreement-changed': ({ said, now }: Values) => `合意${ja(said)}は、いまは${ja(now)}です。`,
        'clause-ended': ({ said }: Values) => `規定${ja(said)}は、もう使われていません。`,
        'clause-changed': ({ said, now }: Values) =>
          `規定${ja(said)}は、${ja(now)}に変わりました。`,
        'answer-changed': ({ said }: Values) => `ご要望${ja(said)}へのお答えが変わりました。`,
        'words-changed': ({ said, now }: Values) =>
          now === null
            ? `${ja(said)}は、記録からなくなりました。`
            : `${ja(said)}は、記録では${ja(now)}です。`,
        'detail-changed': ({ said, now }: Values) =>
          now === null
            ? `${ja(said)}は、記録からなくなりました。`
            : `${ja(said)}は、${ja(now)}に直されました。`,
        'cue-dismissed': ({ said }: Values) => `${ja(said)}は、聞き違いとされました。`,
        'plan-lifted': () => '連絡の取り決めは、解かれています。',
        'plan-changed': () => '連絡の取り決めは、別の版に変わっています。',
        'measure-withdrawn': ({ said }: Values) => `対策${ja(said)}は、取り下げられました。`,
        'measure-changed': ({ said, now }: Values) =>
          said === now
            ? `対策${ja(said)}の日か言葉が、記録で直されました。`
            : `対策${ja(said)}は、${ja(now)}に改められました。`,
        'measure-considered': ({ said }: Values) => `対策${ja(said)}は、検討中に戻っています。`,
        'measure-decided': ({ said }: Values) => `対策${ja(said)}は、もう決まっています。`,
        'measure-set-back': ({ said }: Values) => `対策${ja(said)}は、まだそこまで進んでいません。`,
        'measure-needed': () => '「対策は不要」との決定は、いまの記録と違います。',
      },
      todo: {
        change: 'この文を消すか、書き直してください。記録のほうが違うときは、先に記録を直します。',
        reason: 'この文を直すか、このまま伝える理由を書いてください。',
        mended:
          '下書きから直した文です。いまの記録に合うように直すか、このままでよい理由を書いてください。',
      },
    },
  },
  en: {
    words: {
      kinds: 'What can be drafted',
      lead: 'Made from what the record confirms. What it does not hold is left blank.',
      fits: 'Suits the case now',
      notNow: 'Not possible now',
      back: 'Back to the list',
      draftOf: ({ kind }: { kind: string }) => `Draft: ${kind}`,
      blank: 'To fill in',
      manners: 'Manners (nothing of the record)',
      grounds: 'What this sentence stands on',
      lacks: ({ what }) => `Not on record yet: ${what}`,
      typed: 'You have begun to write. Either way can be undone.',
      putIn: 'Put into the text',
      replace: 'Replace the text',
      append: 'Add at the end',
      put: 'The draft is in the text. Fill in what is blank.',
      copy: 'Copy the text',
      copied: 'Copied.',
      notCopied: 'The browser does not allow copying. Select the text and copy it.',
      ways: {
        paper: 'For a letter on paper: copy it into the text of the letter.',
        inside: 'A report that stays inside. It is not sent to the customer.',
        public: 'For everybody to read: copy it into the public reply.',
      },
      fallen: 'Sentences whose grounds changed',
      fallenCount: ({ count }) => `The record has changed under ${count} of your sentences.`,
      remove: 'Remove the sentence',
      removeThis: ({ text }) => `Remove the sentence: ${text}`,
      removed: 'Removed.',
      orRewrite: 'To keep it, reword it by the record as it is now.',
      mended: 'Reworded; held against what it stood on',
      written: ({ drafted, mended, own }) =>
        `As drafted: ${drafted}, reworded: ${mended}, your own: ${own}`,
      kind: {
        'apology-mail': 'Apology (mail)',
        'apology-letter': 'Apology (letter)',
        progress: 'Progress',
        'answer-full': 'Answer (granted)',
        'answer-partial': 'Answer (granted in part)',
        'answer-declined': 'Answer (declined)',
        receipt: 'Receipt',
        'promise-moved': 'Another date for a promise',
        prevention: 'Report on prevention',
        warning: 'Warning',
        'accident-report': 'Incident report',
        'review-reply': 'Reply to a review',
      },
      whyNot: {
        closed: 'The complaint is closed.',
        'already-acknowledged': 'They have had their acknowledgement.',
        'nothing-accepted': 'Nothing is accepted or agreed yet.',
        'nothing-declined': 'Nothing was declined.',
        'something-accepted': 'Something is accepted: choose the answer in part.',
        'something-declined': 'Something is declined: choose the answer in part.',
        'no-promise': 'Nothing is promised to the customer.',
        'no-cause': 'No confirmed fact says what the cause is.',
        'no-measure-needed': 'It was decided that no measure is needed.',
        'no-harassment': 'The record holds nothing to warn of.',
        'not-a-review': 'It did not come from a review.',
      },
      lack: {
        matter: 'a confirmed fact that is our doing',
        impact: 'what it meant for the customer',
        cause: 'the cause',
        response: 'what is done',
        prevention: 'what changes',
        reason: 'reason and alternative',
        due: 'the next date',
      },
      ground: {
        fact: 'Fact',
        commitment: 'Promise',
        offer: 'Offer',
        agreement: 'Agreement',
        clause: 'Clause',
        demand: 'Demand and answer',
        concern: 'What upset them',
        detail: 'Detail of the record',
        event: 'What happened',
        plan: 'Contact plan',
        measure: 'Measure',
      },
      why: {
        'fact-withdrawn': ({ said }) => `The fact ${en(said)} was withdrawn.`,
        'fact-changed': ({ said, now }) => `The fact ${en(said)} was changed to ${en(now)}.`,
        'fact-attribution': ({ said }) => `The fact ${en(said)} is not held to be our doing now.`,
        'fact-confirmed': ({ now }) => `${en(now)} is confirmed by now.`,
        'promise-withdrawn': ({ said }) => `The promise ${en(said)} was withdrawn.`,
        'promise-broken': ({ said }) => `The promise ${en(said)} is past its date.`,
        'promise-moved': ({ said, now }) => `The promise ${en(said)} is due ${when(now)} now.`,
        'promise-kept': ({ said }) => `The promise ${en(said)} is kept already.`,
        'promise-reopened': ({ said }) => `The promise ${en(said)} is not kept yet.`,
        'offer-gone': ({ said }) => `The offer ${en(said)} is not on record.`,
        'offer-rejected': ({ said }) => `The customer turned the offer ${en(said)} down.`,
        'offer-changed': ({ said, now }) => `The offer ${en(said)} is ${en(now)} now.`,
        'agreement-withdrawn': ({ said }) => `The agreement ${en(said)} was withdrawn.`,
        'agreement-changed': ({ said, now }) => `The agreement ${en(said)} is ${en(now)} now.`,
        'clause-ended': ({ said }) => `The clause ${en(said)} is not in force any more.`,
        'clause-changed': ({ said, now }) => `The clause ${en(said)} was changed to ${en(now)}.`,
        'answer-changed': ({ said }) => `The answer to ${en(said)} has changed.`,
        'words-changed': ({ said, now }) =>
          now === null ? `${en(said)} is off the record.` : `${en(said)} is ${en(now)} on record.`,
        'detail-changed': ({ said, now }) =>
          now === null
            ? `${en(said)} is off the record.`
            : `${en(said)} was put right: ${en(now)}.`,
        'cue-dismissed': ({ said }) => `${en(said)} was dismissed as misheard.`,
        'plan-lifted': () => 'The contact plan was lifted.',
        'plan-changed': () => 'Another version of the contact plan was agreed.',
        'measure-withdrawn': ({ said }) => `The measure ${en(said)} was withdrawn.`,
        'measure-changed': ({ said, now }) =>
          said === now
            ? `A day or word of the measure ${en(said)} was put right.`
            : `The measure ${en(said)} was changed to ${en(now)}.`,
        'measure-considered': ({ said }) => `The measure ${en(said)} is being considered again.`,
        'measure-decided': ({ said }) => `The measure ${en(said)} is decided by now.`,
        'measure-set-back': ({ said }) => `The measure ${en(said)} has not come so far.`,
        'measure-needed': () => 'That no measure is needed is not what the record says now.',
      },
      todo: {
        change: 'Remove or reword the sentence. If the record is wrong, put it right first.',
        reason: 'Reword the sentence, or say why it is told all the same.',
        mended: 'It was reworded: fit it to the record of now, or say why it may stand.',
      },
    },
  },
})

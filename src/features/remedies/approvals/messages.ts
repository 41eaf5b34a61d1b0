import { dictionary } from '#kernel/dictionary.ts'

type Named = { label: string }
type Needing = { needs: 'supervisor' | 'admin' }
type Over = Named & { state: 'granted' | 'refused' | 'expired' | 'withdrawn' | 'used' }
type Money = Named & { amountYen: number | null }
type OnBehalf = { onBehalfOfName: string | null }

const who = { supervisor: 'SV', admin: '管理者' } as const
const whoEn = { supervisor: 'a supervisor', admin: 'an administrator' } as const
const over = {
  granted: 'すでに承認されています',
  refused: 'すでに見送りのお返事が出ています',
  expired: '期限を過ぎています',
  withdrawn: '取り下げられています',
  used: 'すでに使われています',
} as const

function yen(amount: number | null): string {
  return amount === null ? '' : `（${amount.toLocaleString('ja')}円）`
}
function yenEn(amount: number | null): string {
  return amount === null ? '' : ` (¥${amount.toLocaleString('en')})`
}
function forJa({ onBehalfOfName }: OnBehalf): string {
  return onBehalfOfName === null ? '' : `${onBehalfOfName}さんの代わりに、`
}
function forEn({ onBehalfOfName }: OnBehalf): string {
  return onBehalfOfName === null ? '' : ` on behalf of ${onBehalfOfName}`
}

/** Approvals in the record, and why one is not given or asked. */
export const approvalsMessages = dictionary({
  ja: {
    refusals: {
      'remedies.approval-needless': ({ label }: Named) =>
        `「${label}」は、ご自身の判断でお出しできます。承認は要りません。`,
      'remedies.approval-waiting': ({ label }: Named) =>
        `「${label}」は、もう承認を頼んでいるか、承認が下りています。解決策の欄でご確認ください。`,
      'remedies.approval-no-words':
        '承認を頼む文面がありません。文面を書いて、止められている言葉があるときに頼んでください。',
      'remedies.approval-nobody':
        '承認を頼んだり決めたりできるのは、サインインしている人だけです。サインインし直してください。',
      'remedies.approval-missing':
        'その承認の依頼は見つかりません。画面を新しくして、もう一度選んでください。',
      'remedies.approval-over': ({ label, state }: Over) =>
        `「${label}」の依頼は、${over[state]}。画面を新しくして、いまの状態を確かめてください。`,
      'remedies.public-not-approved': ({ needs }: Needing) =>
        `公開の場に載せる言葉は、${who[needs]}が承認した文面だけを、一度だけ出せます。この文面のまま承認を頼んでください。文面を変えたときは、頼み直しになります。`,
      'remedies.approval-own':
        'ご自身が頼んだことは、ご自身では決められません。ほかの承認者にお願いしてください。',
      'remedies.approval-back-to-asker':
        '頼んだ人から預かった権限では、その人の依頼を決められません。ほかの承認者にお願いしてください。',
      'remedies.approval-beyond': ({ needs }: Needing) =>
        `この依頼は${who[needs]}が決めます。${who[needs]}にお願いしてください。`,
      'remedies.approval-more': ({ label, mostYen }: Named & { mostYen: number }) =>
        `「${label}」は、頼まれた${mostYen.toLocaleString('ja')}円までで承認できます。それより多くするときは、頼み直してもらってください。`,
      'remedies.approval-words': ({ why }: { why: readonly string[] }) =>
        `このままではお客様に言えません。${why.join('')}`,
      'remedies.approval-not-yours':
        '取り下げられるのは、頼んだ人だけです。頼んだ人に声をかけてください。',
      'remedies.approval-not-open': ({ label }: Named) =>
        `「${label}」の承認は、まだ下りていないか、もう使われたか、期限を過ぎています。もう一度承認を頼んでください。`,
      'remedies.approval-other': ({ label }: Named) =>
        `この承認は「${label}」のためのものです。ほかの案には使えません。`,
      'remedies.approvals-unlike':
        'まとめて承認できるのは、同じ規定・同じ原因の依頼だけです。似ていないものは、一件ずつ決めてください。',
      'remedies.approvals-sum': ({ sumYen }: { sumYen: number }) =>
        `選んだ依頼の合計が、いまは${sumYen.toLocaleString('ja')}円に変わっています。画面を新しくして、もう一度確かめてください。`,
      'remedies.delegation-not-yours':
        '預けられるのは、ご自身の権限だけです。ほかの人の権限は、管理者にお願いしてください。',
      'remedies.delegation-self': 'ご自身には預けられません。預ける相手を選び直してください。',
      'remedies.delegation-days':
        '終わりの日が、始まりの日か今日より前です。日付を選び直してください。',
      'remedies.delegation-missing':
        'その預かりは、もう終わっています。画面を新しくして確かめてください。',
    },
    events: {
      'remedies.approval-asked': ({ label, amountYen, reason }: Money & { reason: string }) =>
        `承認を頼みました：「${label}」${yen(amountYen)}　理由：${reason}`,
      'remedies.approval-granted': ({
        label,
        amountYen,
        condition,
        ...behalf
      }: Money & OnBehalf & { condition: string | null }) =>
        `${forJa(behalf)}承認しました：「${label}」${yen(amountYen)}${condition === null ? '' : `　条件：${condition}`}`,
      'remedies.approval-refused': ({
        label,
        words,
        ...behalf
      }: Named & OnBehalf & { words: string }) =>
        `${forJa(behalf)}承認を見送りました：「${label}」　お客様への言葉：「${words}」`,
      'remedies.approval-withdrawn': ({ label, reason }: Named & { reason: string }) =>
        `承認の依頼を取り下げました：「${label}」　理由：${reason}`,
      'remedies.approval-reminded': ({ label }: Named) =>
        `承認がまだ決まっていません。承認者にもう一度知らせました：「${label}」`,
      'remedies.approval-expired': ({ label }: Named) =>
        `承認が決まらないまま期限を過ぎました：「${label}」　お客様にはお返事の日時をあらためてお約束してください。`,
      'remedies.approval-used': ({ label }: Named) => `承認を使って送りました：「${label}」`,
      'remedies.words-released': ({ text }: { text: string }) =>
        `公開の場に載せる言葉を出しました：「${text}」`,
    },
  },
  en: {
    refusals: {
      'remedies.approval-needless': ({ label }) =>
        `You may offer “${label}” yourself; no approval is needed.`,
      'remedies.approval-waiting': ({ label }) =>
        `“${label}” has been asked for or granted. See the remedies panel.`,
      'remedies.approval-no-words':
        'There is no text to approve. Write it, and ask when the gate holds its words.',
      'remedies.approval-nobody':
        'Only somebody who is signed in can ask for or decide approvals. Sign in again.',
      'remedies.approval-missing': 'That request was not found. Refresh and choose it again.',
      'remedies.approval-over': ({ label, state }) =>
        `The request for “${label}” is over (${state}). Refresh to see how things stand.`,
      'remedies.public-not-approved': ({ needs }) =>
        `What everybody will read leaves only after ${whoEn[needs]} approved just this text, and once. Ask for approval of it as it stands.`,
      'remedies.approval-own':
        'Nobody decides what they asked for themselves. Ask another approver.',
      'remedies.approval-back-to-asker':
        'The authority lent by whoever asked does not decide their request. Ask another approver.',
      'remedies.approval-beyond': ({ needs }) =>
        `This is decided by ${whoEn[needs]}. Ask ${whoEn[needs]}.`,
      'remedies.approval-more': ({ label, mostYen }) =>
        `“${label}” can be granted up to ¥${mostYen.toLocaleString('en')}, as it was asked. For more, let them ask again.`,
      'remedies.approval-words': ({ why }) =>
        `These words cannot be said to the customer yet. ${why.join(' ')}`,
      'remedies.approval-not-yours': 'Only whoever asked can take it back. Speak to them.',
      'remedies.approval-not-open': ({ label }) =>
        `“${label}” is not granted, was used already, or is too old. Ask for approval again.`,
      'remedies.approval-other': ({ label }) =>
        `This approval is for “${label}” and opens nothing else.`,
      'remedies.approvals-unlike':
        'Only requests under the same rule and cause are granted together. Decide the others one by one.',
      'remedies.approvals-sum': ({ sumYen }) =>
        `The sum of what you chose is now ¥${sumYen.toLocaleString('en')}. Refresh and look again.`,
      'remedies.delegation-not-yours':
        'You can lend only your own authority. Ask an administrator for that of somebody else.',
      'remedies.delegation-self': 'You cannot lend it to yourself. Choose somebody else.',
      'remedies.delegation-days':
        'The last day lies before the first day or before today. Choose the days again.',
      'remedies.delegation-missing': 'That delegation is over. Refresh to see how things stand.',
    },
    events: {
      'remedies.approval-asked': ({ label, amountYen, reason }) =>
        `Asked for approval: “${label}”${yenEn(amountYen)}. Why: ${reason}`,
      'remedies.approval-granted': ({ label, amountYen, condition, ...behalf }) =>
        `Granted${forEn(behalf)}: “${label}”${yenEn(amountYen)}${condition === null ? '' : `. Condition: ${condition}`}`,
      'remedies.approval-refused': ({ label, words, ...behalf }) =>
        `Not granted${forEn(behalf)}: “${label}”. Words for the customer: “${words}”`,
      'remedies.approval-withdrawn': ({ label, reason }) =>
        `The request was taken back: “${label}”. Why: ${reason}`,
      'remedies.approval-reminded': ({ label }) =>
        `Still undecided; the approvers were reminded: “${label}”`,
      'remedies.approval-expired': ({ label }) =>
        `Not decided in time: “${label}”. Promise the customer another time for the answer.`,
      'remedies.approval-used': ({ label }) => `Sent with the approval: “${label}”`,
      'remedies.words-released': ({ text }) => `Words for the public were let out: “${text}”`,
    },
  },
})

import { dictionary, type Language } from '#kernel/dictionary.ts'

type Named = { label: string }
type Ruled = Named & { clause: string }
type Shown = Named & { evidence: string }
type Limited = Named & { maxYen: number }
type Granting = keyof typeof granting
type Offered = Ruled & { amountYen: number | null }
type Told = Named & { isFeasible: boolean; words: string }
type Answered = Named & { answer: keyof typeof answers; words: string }

const granting = { operator: '応対者', supervisor: 'SV', admin: '管理者' } as const
const answers = {
  accepted: 'お受けいただきました',
  rejected: 'お断り',
  considering: 'ご検討中',
} as const
function yen(amount: number, language: Language = 'ja'): string {
  const digits = amount.toLocaleString(language)
  return language === 'ja' ? `${digits}円` : `¥${digits}`
}

export const remediesMessages = dictionary({
  ja: {
    words: {
      title: '回復の規定',
      lead: '何を、どんなときに、誰の判断で、いくらまでお出しできるか。この表にないものは、声の大きさにかかわらずお出ししません。',
      open: '規定の表をひらく',
      isOff: '停止中',
      none: '規定がまだありません',
      noneDetail: '規定がないあいだは、ご説明とお詫びだけができます。',
    },
    refusals: {
      'remedies.no-rule':
        'この案は、いまの記録に合う規定がありません。画面を新しくして、出ている案から選んでください。',
      'remedies.cause-unknown': ({ label }: Named) =>
        `「${label}」をお出しするには、原因の記録が要ります。分かっている原因と担当部門を先に記録してください。`,
      'remedies.product-unknown': ({ label }: Named) =>
        `「${label}」をお出しするには、商品名が要ります。お客様にうかがって記録してください。`,
      'remedies.purchase-unknown': ({ label, withinDays }: Named & { withinDays: number | null }) =>
        withinDays === null
          ? `「${label}」は、お買い上げからの日数で決まります。お買い上げの日を確かめて記録してください。`
          : `「${label}」は、お買い上げから${withinDays}日以内が条件です。お買い上げの日を確かめて記録してください。`,
      'remedies.too-late': ({ label, withinDays, clause }: Ruled & { withinDays: number | null }) =>
        `「${label}」は、お買い上げから${withinDays ?? 0}日以内が条件です（${clause}）。ほかの案を選ぶか、SVに相談してください。`,
      'remedies.fact-unconfirmed': ({ label }: Named) =>
        `「${label}」をお出しするには、確認済みの事実が要ります。お客様のお話を記録や現品で確かめて、事実を「確認済み」にしてください。`,
      'remedies.price-unknown': ({ label }: Named) =>
        `「${label}」の上限は、代金で決まります。代金を確かめて記録してください。`,
      'remedies.over-cap': ({ label, maxYen }: Named & { maxYen: number | null }) =>
        `代金が${yen(maxYen ?? 0)}を超えるため、この規定では「${label}」をお出しできません。SVが判断する規定を使ってください。`,
      'remedies.outranked': ({ label, code }: Named & { code: string }) =>
        `「${label}」は、この場面では優先順位の高い規定 ${code} でお出しします。画面を新しくして、${code} の案を選んでください。`,
      'remedies.beyond-authority': ({
        label,
        grantedBy,
        who,
      }: Named & { grantedBy: Granting; who: readonly string[] }) =>
        who.length > 0
          ? `「${label}」は${granting[grantedBy]}が判断します。${who.join('さん、')}さんに頼んでください。応対中なら「SVに頼む」を押すと、引き継ぎ票が届きます。`
          : `「${label}」は${granting[grantedBy]}が判断しますが、いまは全員不在です。お客様には、お返事の日時を約束してください。`,
      'remedies.amount-missing': ({ label, maxYen }: Limited) =>
        `「${label}」の金額を入れてください。${yen(maxYen)}まで決められます。`,
      'remedies.amount-needless': ({ label }: Named) =>
        `「${label}」に金額は要りません。金額を消してから、もう一度お試しください。`,
      'remedies.amount-not-full': ({ label, maxYen }: Limited) =>
        `「${label}」の金額は、代金と同じ${yen(maxYen)}です。一部をお返しするときは、別の規定を選んでください。`,
      'remedies.over-limit': ({ label, maxYen }: Limited) =>
        `「${label}」は${yen(maxYen)}までです。この金額までにするか、SVに相談してください。`,
      'remedies.already-offered': ({ label }: Named) =>
        `「${label}」は、もうご提案しています。お客様のお返事を記録してください。`,
      'remedies.already-rejected': ({ label }: Named) =>
        `「${label}」は、お断りになった案です。お気持ちが変わったときはお返事を記録し直し、そうでなければ金額か案を変えてください。`,
      'remedies.already-agreed':
        'もう合意しています。変えるときは、理由を書いて合意を取り消してから、ご提案し直してください。',
      'remedies.complaint-closed':
        'この苦情は終了しています。苦情を再開してから、もう一度お試しください。',
      'remedies.offer-missing':
        'その案は見つかりません。画面を新しくして、もう一度選んでください。',
      'remedies.not-accepted': ({ label }: Named) =>
        `「${label}」は、まだ受け入れていただいていません。お客様のお返事を記録してから、合意にしてください。`,
      'remedies.accepted-left-out': ({ label }: Named) =>
        `受け入れていただいた「${label}」が、合意に入っていません。合意に加えるか、お返事を記録し直してください。`,
      'remedies.more-than-paid': ({ price, paidBack }: { price: number; paidBack: number }) =>
        `お返しする合計${yen(paidBack)}が、代金の${yen(price)}を超えます。どちらか一方にしてください。`,
      'remedies.evidence-missing': ({ label, evidence }: Shown) =>
        `「${label}」には、次のものが要ります：${evidence}。届いたものを証拠に添えるか、確かめた事実の出どころに書いてください。まだのときは「届いたらの条件でお出しした」を選ぶか、「承認を頼む」でなしで済ませてよいかを尋ねます。`,
      'remedies.evidence-awaited': ({ label, evidence }: Shown) =>
        `「${label}」は、次のものが届いてから合意にします：${evidence}。お客様には、届いたらお手配すると約束し、届いたら証拠に添えてください。なしで済ませるときは「承認を頼む」を押します。`,
      'remedies.agreement-missing':
        '取り消す合意がありません。画面を新しくして、いまの状態を確かめてください。',
      'remedies.not-feasible': ({ label, words }: Named & { words: string }) =>
        `「${label}」は、いまはご用意できないと記録されています（${words}）。用意できると分かったら記録を改め、そうでなければほかの案を選んでください。`,
      'remedies.until-past': ({ label }: Named) =>
        `「${label}」をお考えいただく日が、過ぎた日付です。今日より先の日を選んでください。`,
      'remedies.follow-through-past': ({ words }: { words: string }) =>
        `「${words}」の期限が、もう過ぎています。これからの日時を入れてください。`,
    },
    events: {
      'remedies.offered': ({ label, amountYen, clause }: Offered) =>
        `「${label}」${amountYen === null ? '' : `（${yen(amountYen)}）`}をご提案しました（${clause}）。`,
      'remedies.answered': ({ label, answer, words }: Answered) =>
        `「${label}」へのお返事：${answers[answer]}「${words}」`,
      'remedies.feasibility-told': ({ label, isFeasible, words }: Told) =>
        `「${label}」の手配：${isFeasible ? 'できます' : 'いまはできません'}「${words}」`,
      'remedies.agreed': ({ labels, words }: { labels: readonly string[]; words: string }) =>
        labels.length > 0
          ? `合意しました（${labels.join('、')}）：「${words}」`
          : `ご説明にご納得いただきました：「${words}」`,
      'remedies.agreement-withdrawn': ({ reason }: { reason: string }) =>
        `合意を取り消しました：${reason}`,
    },
  },
  en: {
    words: {
      title: 'Remedy rules',
      lead: 'What may be offered, when, by whom and up to how much. What is not here is not offered, however loud the voice.',
      open: 'Open the table of rules',
      isOff: 'Off',
      none: 'No rules yet',
      noneDetail: 'Without rules, only explanations and apologies can be offered.',
    },
    refusals: {
      'remedies.no-rule':
        'No rule fits this case as it is recorded now. Refresh and choose one of the options shown.',
      'remedies.cause-unknown': ({ label }) =>
        `To offer “${label}”, record the cause and the function that answers for it.`,
      'remedies.product-unknown': ({ label }) =>
        `To offer “${label}”, ask for the product and record it.`,
      'remedies.purchase-unknown': ({ label, withinDays }) =>
        withinDays === null
          ? `“${label}” depends on the days since the purchase. Find out the day of purchase and record it.`
          : `“${label}” is for ${withinDays} days after the purchase. Find out the day of purchase and record it.`,
      'remedies.too-late': ({ label, withinDays, clause }) =>
        `“${label}” is for ${withinDays ?? 0} days after the purchase (${clause}). Choose another option or ask your supervisor.`,
      'remedies.fact-unconfirmed': ({ label }) =>
        `To offer “${label}”, a fact must be confirmed. Check what the customer says and confirm it.`,
      'remedies.price-unknown': ({ label }) =>
        `The limit of “${label}” depends on the price. Find out the price and record it.`,
      'remedies.over-cap': ({ label, maxYen }) =>
        `The price is above ${yen(maxYen ?? 0, 'en')}, so this rule cannot give “${label}”. Use the rule a supervisor decides.`,
      'remedies.outranked': ({ label, code }) =>
        `In this case “${label}” is given by rule ${code}, which goes first. Refresh and choose the option of ${code}.`,
      'remedies.beyond-authority': ({ label, grantedBy, who }) =>
        who.length > 0
          ? `“${label}” is decided by: ${who.join(', ')} (${grantedBy}). Ask them, or call a supervisor: the hand-over sheet reaches them.`
          : `“${label}” is decided by a ${grantedBy}, and all are away. Promise the customer a time for the answer.`,
      'remedies.amount-missing': ({ label, maxYen }) =>
        `Enter the amount of “${label}”, up to ${yen(maxYen, 'en')}.`,
      'remedies.amount-needless': ({ label }) =>
        `“${label}” has no amount. Clear the amount and try again.`,
      'remedies.amount-not-full': ({ label, maxYen }) =>
        `“${label}” is the whole price, ${yen(maxYen, 'en')}. For a part of it choose another rule.`,
      'remedies.over-limit': ({ label, maxYen }) =>
        `“${label}” goes up to ${yen(maxYen, 'en')}. Stay within it or ask your supervisor.`,
      'remedies.already-offered': ({ label }) =>
        `“${label}” has been offered. Record what the customer answers.`,
      'remedies.already-rejected': ({ label }) =>
        `“${label}” was rejected. If the customer thinks again, record the answer anew; else change the amount or the option.`,
      'remedies.already-agreed':
        'There is an agreement. To change it, take it back with a reason and offer again.',
      'remedies.complaint-closed': 'This complaint is closed. Reopen it first, then try again.',
      'remedies.offer-missing': 'That offer was not found. Refresh and choose it again.',
      'remedies.not-accepted': ({ label }) =>
        `“${label}” has not been accepted. Record the answer of the customer before agreeing.`,
      'remedies.accepted-left-out': ({ label }) =>
        `“${label}” was accepted but is not part of the agreement. Add it, or record the answer anew.`,
      'remedies.more-than-paid': ({ price, paidBack }) =>
        `Together ${yen(paidBack, 'en')} would be paid back, but the price was ${yen(price, 'en')}. Choose one of them.`,
      'remedies.evidence-missing': ({ label, evidence }) =>
        `“${label}” wants this to be shown: ${evidence}. Add what came in as evidence, or name it as the source of a confirmed fact. Not there yet? Offer it “once it is here”, or ask for an approval to do without.`,
      'remedies.evidence-awaited': ({ label, evidence }) =>
        `“${label}” is agreed once this has come in: ${evidence}. Promise the customer that we go on when it is here, and add it as evidence then. To do without, ask for an approval.`,
      'remedies.agreement-missing':
        'There is no agreement to take back. Refresh to see how things stand.',
      'remedies.not-feasible': ({ label, words }) =>
        `“${label}” is recorded as not possible now (${words}). Record it anew when that changes, or choose another option.`,
      'remedies.until-past': ({ label }) =>
        `The day until which “${label}” is thought over has passed. Choose a day to come.`,
      'remedies.follow-through-past': ({ words }) =>
        `The date of “${words}” has passed. Enter one to come.`,
    },
    events: {
      'remedies.offered': ({ label, amountYen, clause }) =>
        `Offered “${label}”${amountYen === null ? '' : ` (${yen(amountYen, 'en')})`} (${clause}).`,
      'remedies.answered': ({ label, answer, words }) =>
        `Answer to “${label}”: ${answer}, “${words}”`,
      'remedies.feasibility-told': ({ label, isFeasible, words }) =>
        `“${label}” ${isFeasible ? 'can be done' : 'cannot be done now'}: “${words}”`,
      'remedies.agreed': ({ labels, words }) =>
        labels.length > 0
          ? `Agreed (${labels.join(', ')}): “${words}”`
          : `The explanation was accepted: “${words}”`,
      'remedies.agreement-withdrawn': ({ reason }) => `The agreement was taken back: ${reason}`,
    },
  },
})

import { dictionary } from '#kernel/dictionary.ts'

type Verdict = 'is' | 'is-not' | 'open'
type Proposed = { byName: string; verdict: Verdict; reason: string; reconsiders: string | null }
type Decided = { proposedByName: string; byName: string; verdict: Verdict; reason: string }
type Step = 'request' | 'warning' | 'final-warning' | 'end' | 'police'
type Taken = {
  step: Step
  count: number
  said: string
  byName: string
  decidedByName: string
  police: string | null
}
type Axis = 'content' | 'manner' | 'harm'
type Reminder = 'legitimate' | 'accommodation' | 'own-fault'

const verdictJa = { is: '当たる', 'is-not': '当たらない', open: 'いまは決めない' } as const
const verdictEn = { is: 'is harassment', 'is-not': 'is not', open: 'left open for now' } as const
const axisJa = { content: '求めの中身', manner: '言い方・やり方', harm: '働く人への影響' } as const
const axisEn = { content: 'what is asked for', manner: 'the manner', harm: 'the harm' } as const
const reminderJa = {
  legitimate: '正当な申出か',
  accommodation: '配慮が要る方か',
  'own-fault': '当社の落ち度はないか',
} as const
const reminderEn = {
  legitimate: 'whether the complaint is legitimate',
  accommodation: 'whether somebody needs accommodation',
  'own-fault': 'whether we were at fault',
} as const
const stepJa = {
  request: '中止のお願い',
  warning: '警告',
  'final-warning': '最終の警告',
  end: '応対の終わり',
  police: '警察への連絡',
} as const
const stepEn = {
  request: 'Asked to stop',
  warning: 'Warned',
  'final-warning': 'Warned for the last time',
  end: 'Ended the talk',
  police: 'Called the police',
} as const
/** 「お願い」 are counted; of the others there is one. */
const times = (step: Step, count: number) => (step === 'request' ? `（${count}回目）` : '')

export const harassmentMessages = dictionary({
  ja: {
    refusals: {
      'harassment.nobody-acts':
        '判断と段階は、サインインした人が名前を出して行います。サインインし直してください。',
      'harassment.reason-missing':
        '理由をことばで書いてください。あとから読む人の手がかりになります。',
      'harassment.not-in-record': ({ words }: { words: string }) =>
        `「${words}」は、選んだ記録の中にありません。記録の言葉をそのまま選んでください。`,
      'harassment.witness-missing':
        'だれが聞いたかを選んでください。お客様が書いた言葉には、読んだ人の名前が要ります。',
      'harassment.needs-verbatim': ({ axis }: { axis: Axis }) =>
        `「${axisJa[axis]}」に、そのままの言葉がありません。形容ではなく、記録の言葉を一つ選んでください。`,
      'harassment.axis-reason-missing': ({ axis }: { axis: Axis }) =>
        `「${axisJa[axis]}」をそう見る理由を書いてください。`,
      'harassment.consideration-in-words': ({ reminder }: { reminder: Reminder }) =>
        `「${reminderJa[reminder]}」に「はい」と答えています。どういうことかを書いてください。`,
      'harassment.consideration-open': ({ reminder }: { reminder: Reminder }) =>
        `「${reminderJa[reminder]}」がまだ分かりません。確かめてから判断するか、「いまは決めない」を選んでください。`,
      'harassment.no-harm':
        '「当たる」とするには、働く人への影響も要ります。影響を言葉で示すか、ほかの判断を選んでください。',
      'harassment.nothing-beyond':
        '求めの中身も言い方も、許される範囲を超えていません。「当たらない」か「いまは決めない」を選んでください。',
      'harassment.legitimate':
        '正当な申出で、言い方も範囲を超えていません。苦情として応対を続けてください。',
      'harassment.already-proposed':
        '同意を待っている判断があります。先に、それへの同意か差し戻しをお願いしてください。',
      'harassment.new-facts-missing':
        '見直しには、新しく分かったことが要ります。何が分かったかを書いてください。',
      'harassment.judgement-missing': 'その判断は見つかりません。画面を開き直してください。',
      'harassment.judgement-over':
        'この判断は、もう終わっています。新しいことが分かったときは、見直しを始めてください。',
      'harassment.own-proposal':
        'ご自分の提案には同意できません。もう一人、別の人に見てもらってください。',
      'harassment.leader-missing':
        '二人のうち一人は、SVか管理者です。SVに同意をお願いしてください。',
      'harassment.targets-alone':
        '言葉を向けられた人どうしでは決められません。その場にいなかった人に同意をお願いしてください。',
      'harassment.appeal-empty': 'お客様の言葉をそのまま書いてください。',
      'harassment.member-missing': '選んだ人が見つかりません。一覧から選び直してください。',
      'harassment.standards-past':
        '過ぎた日からは変えられません。今日か、これからの日を選んでください。',
      'harassment.standards-reason': '基準を変える理由を書いてください。履歴に残ります。',
      'harassment.call-missing':
        'その通話は見つかりません。通話の画面を開き直してから、もう一度お選びください。',
      'harassment.said-missing': 'お客様に言った言葉を選ぶか、書いてください。',
      'harassment.police-which': '110 か #9110 かを選んでください。',
      'harassment.more-requests': ({ left }: { left: number }) =>
        `当社基準では、最終の警告の前に、あと${left}回の中止のお願いが要ります。`,
      'harassment.decision-missing': ({ step }: { step: Step }) =>
        `${stepJa[step]}は、SVか決める人の確認を待ってから行います。「確認を頼む」を押してください。`,
      'harassment.end-first':
        '警察への連絡は、応対を終えたあとに行います。身の危険があるときは「緊急」を選んでください。',
      'harassment.earlier-step': ({ step }: { step: Step }) =>
        `${stepJa[step]}の前の段階が、まだです。身の危険があるときは「緊急」を選んでください。`,
      'harassment.already-asked':
        'もう確認を頼んでいます。返事を待つあいだも、中止のお願いは続けられます。',
      'harassment.talk-over': 'この応対は、もう終わっています。記録をご覧ください。',
      'harassment.ask-missing': 'その確認は見つかりません。画面を開き直してください。',
      'harassment.ask-answered': 'この確認には、もう返事が出ています。',
      'harassment.own-ask': 'ご自分で頼んだ確認です。別の人に返事をお願いしてください。',
      'harassment.not-decider':
        '確認できるのは、SV、管理者、当社基準で決めた人です。その人に声をかけてください。',
      'harassment.say-instead': 'まだ早いときは、代わりにどうするかを一言書いてください。',
    },
    events: {
      'harassment.judgement-proposed': ({ byName, verdict, reason, reconsiders }: Proposed) =>
        `${byName}さんが${reconsiders ? '見直しの判断' : '判断'}を提案しました（${verdictJa[verdict]}）：${reason}`,
      'harassment.verdict-decided': ({ proposedByName, byName, verdict, reason }: Decided) =>
        `${proposedByName}さんと${byName}さんが判断しました（${verdictJa[verdict]}）：${reason}　苦情はそのまま続きます。`,
      'harassment.judgement-returned': ({ byName, reason }: { byName: string; reason: string }) =>
        `${byName}さんが判断を差し戻しました：${reason}`,
      'harassment.appeal-noted': ({ byName, words }: { byName: string; words: string }) =>
        `${byName}さんが、判断へのお客様の異議を書きとめました：${words}`,
      'harassment.step-taken': ({ step, count, said, byName, decidedByName, police }: Taken) =>
        `${stepJa[step]}${times(step, count)}${police ? ` ${police}` : ''}：${said}（${byName}さん${decidedByName === byName ? '' : `、決めた人 ${decidedByName}さん`}）`,
      'harassment.decision-asked': ({ byName }: { byName: string }) =>
        `${byName}さんが、最終の警告に進む確認を頼みました。`,
      'harassment.decision-answered': ({
        byName,
        upTo,
        words,
      }: {
        byName: string
        upTo: 'final-warning' | 'end' | null
        words: string
      }) =>
        upTo
          ? `${byName}さんが、${stepJa[upTo]}まで進んでよいと確認しました。${words}`
          : `${byName}さんが、まだ進まないと答えました：${words}`,
    },
  },
  en: {
    refusals: {
      'harassment.nobody-acts':
        'Judgements and steps are made by somebody with a name. Sign in again.',
      'harassment.reason-missing': 'Write the reason in words, for whoever reads it later.',
      'harassment.not-in-record': ({ words }) =>
        `“${words}” does not stand in the entry you chose. Choose the words as they are recorded.`,
      'harassment.witness-missing':
        'Choose who heard it. What a customer wrote needs the name of whoever read it.',
      'harassment.needs-verbatim': ({ axis }) =>
        `For ${axisEn[axis]} there are no verbatim words. Choose one passage of the record instead of an adjective.`,
      'harassment.axis-reason-missing': ({ axis }) => `Write why you see ${axisEn[axis]} so.`,
      'harassment.consideration-in-words': ({ reminder }) =>
        `You answered “yes” to ${reminderEn[reminder]}. Write how.`,
      'harassment.consideration-open': ({ reminder }) =>
        `It is not known ${reminderEn[reminder]}. Find out first, or leave it open for now.`,
      'harassment.no-harm':
        'Harassment needs harm to the people who work here, too. Show it in words, or judge otherwise.',
      'harassment.nothing-beyond':
        'Neither what is asked for nor the manner went too far. Choose “is not” or leave it open.',
      'harassment.legitimate':
        'This is a legitimate complaint in an acceptable manner. Go on handling it.',
      'harassment.already-proposed':
        'A judgement waits for a second person. Have that one agreed to or returned first.',
      'harassment.new-facts-missing': 'Looking at it again needs new facts. Write what they are.',
      'harassment.judgement-missing': 'There is no such judgement. Reload the page.',
      'harassment.judgement-over':
        'This judgement is over. When new facts are known, start a reconsideration.',
      'harassment.own-proposal':
        'You cannot agree to your own proposal. Ask somebody else to look at it.',
      'harassment.leader-missing':
        'One of the two is a supervisor or administrator. Ask one to agree.',
      'harassment.targets-alone':
        'Those it was directed at do not decide among themselves. Ask somebody who was not there.',
      'harassment.appeal-empty': 'Write the customer’s words as they were said.',
      'harassment.member-missing': 'There is no such member. Choose again from the list.',
      'harassment.standards-past':
        'It cannot hold from a day that is past. Choose today or a later day.',
      'harassment.standards-reason': 'Write why the standards change; it is kept in the history.',
      'harassment.call-missing': 'There is no such call. Open call mode again.',
      'harassment.said-missing': 'Choose or write what you said to the customer.',
      'harassment.police-which': 'Choose 110 or #9110.',
      'harassment.more-requests': ({ left }) =>
        `By the company’s standards ${left} more requests to stop come before the final warning.`,
      'harassment.decision-missing': ({ step }) =>
        `“${stepEn[step]}” waits for a supervisor or named decider. Press “Ask for a decision”.`,
      'harassment.end-first':
        'The police are called after the talk was ended. In danger, choose “Emergency”.',
      'harassment.earlier-step': ({ step }) =>
        `The step before “${stepEn[step]}” is still missing. In danger, choose “Emergency”.`,
      'harassment.already-asked':
        'A decision was asked for already. You can go on asking to stop while you wait.',
      'harassment.talk-over': 'This talk is over. See the record.',
      'harassment.ask-missing': 'There is no such request. Reload the page.',
      'harassment.ask-answered': 'This was answered already.',
      'harassment.own-ask': 'You asked for this yourself. Let somebody else answer.',
      'harassment.not-decider':
        'Supervisors, administrators and those the company named may decide. Tell one of them.',
      'harassment.say-instead': 'When it is too early, write in a word what to do instead.',
    },
    events: {
      'harassment.judgement-proposed': ({ byName, verdict, reason, reconsiders }) =>
        `${byName} proposed ${reconsiders ? 'a reconsidered judgement' : 'a judgement'} (${verdictEn[verdict]}): ${reason}`,
      'harassment.verdict-decided': ({ proposedByName, byName, verdict, reason }) =>
        `${proposedByName} and ${byName} judged (${verdictEn[verdict]}): ${reason} The complaint goes on.`,
      'harassment.judgement-returned': ({ byName, reason }) =>
        `${byName} returned the judgement: ${reason}`,
      'harassment.appeal-noted': ({ byName, words }) =>
        `${byName} noted that the customer does not accept it: ${words}`,
      'harassment.step-taken': ({ step, count, said, byName, decidedByName, police }) =>
        `${stepEn[step]}${step === 'request' ? ` (${count})` : ''}${police ? ` ${police}` : ''}: ${said} (${byName}${decidedByName === byName ? '' : `, decided by ${decidedByName}`})`,
      'harassment.decision-asked': ({ byName }) =>
        `${byName} asked whether a final warning may be given.`,
      'harassment.decision-answered': ({ byName, upTo, words }) =>
        upTo
          ? `${byName} decided: up to “${stepEn[upTo]}”. ${words}`
          : `${byName} answered: not yet. ${words}`,
    },
  },
})

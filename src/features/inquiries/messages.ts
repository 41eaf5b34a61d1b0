import { dictionary } from '#kernel/dictionary.ts'
import { englishMoment, japaneseMoment } from '#kernel/moments.ts'

type About = { departmentName: string }
type Said = About & { byName: string; text: string }
type Answered = Said & { isConfirmed: boolean }
type Moved = About & { byName: string; dueAt: string; reason: string }
type Reminded = About & {
  reminder: 'before' | 'due' | 'late'
  headName: string | null
  isUnsent?: true | undefined
}
const dues = { before: '期限が近づいています', due: '期限が来ました', late: '期限が過ぎています' }

/** What the record says of requests to departments, and why something cannot be done. */
export const inquiriesMessages = dictionary({
  ja: {
    refusals: {
      'inquiries.missing': 'この照会は見つかりません。画面を開き直してください。',
      'inquiries.no-department':
        'この部署は選べません。設定の「部署」を確かめて、ほかの部署を選んでください。',
      'inquiries.personal-in-words': ({ found }: { found: string }) =>
        `「${found}」は、この照会では見せないことになっています。「お客様」などの言葉に替えてください。要るときは、照会を作るときに「お名前も見せる」か「連絡先も見せる」を選びます。書いたものは残っています。`,
      'inquiries.closed': 'この件は終了しています。続けるときは、先に再開してください。',
      'inquiries.date-past': 'その日時は過ぎています。これからの日時を選んでください。',
      'inquiries.same-date': 'いまと同じ日時です。新しい日にちを選んでください。',
      'inquiries.answered-already':
        'もう答えが届いています。続きがあるときは、新しい照会にしてください。',
      'inquiries.over': 'この照会は終わっています。続けて聞くときは、新しい照会にしてください。',
      'inquiries.no-link': 'リンクは取り消されています。新しいリンクを送ってください。',
      'inquiries.no-address':
        'この窓口のアドレスがまだ決まっていません。管理者に、設定の「部署」で決めるよう頼んでください。書いたものは残っています。',
      'inquiries.link-shut':
        'このリンクでは開けません。期限が過ぎたか、新しいリンクに替わっています。メールの送り主に、新しいリンクを頼んでください。',
      'inquiries.address-unreadable': ({ address }: { address: string }) =>
        `「${address}」はメールアドレスとして読めません。確かめて、入れ直してください。`,
      'inquiries.hours-backwards': '終わりの時刻を、始まりより後にしてください。',
      'inquiries.name-taken': ({ name }: { name: string }) =>
        `「${name}」という部署はもうあります。別の名前にしてください。`,
      'inquiries.url-unreadable': 'https:// から始まるアドレスを入れてください。',
    },
    events: {
      'inquiries.asked': ({
        departmentName,
        question,
        dueAt,
      }: About & { question: string; dueAt: string }) =>
        `${departmentName}に照会しました（${japaneseMoment(dueAt)}まで）：${question}`,
      'inquiries.read': ({ departmentName }: About) => `${departmentName}が照会を開きました。`,
      'inquiries.answered': ({ departmentName, byName, text, isConfirmed }: Answered) =>
        `${departmentName} ${byName}さんが答えました（${isConfirmed ? '確認した事実' : '確認中'}）：${text}`,
      'inquiries.asked-back': ({ departmentName, byName, text }: Said) =>
        `${departmentName} ${byName}さんから聞き返しがありました：${text}`,
      'inquiries.declined': ({
        departmentName,
        byName,
        text,
        insteadName,
      }: Said & { insteadName: string | null }) =>
        `${departmentName} ${byName}さん「うちの担当ではありません」${insteadName ? `（聞く先：${insteadName}）` : ''}：${text}`,
      'inquiries.date-moved': ({ departmentName, byName, dueAt, reason }: Moved) =>
        `${departmentName} ${byName}さんが答える日を${japaneseMoment(dueAt)}にしました：${reason}`,
      'inquiries.told': ({ departmentName, text }: Said) =>
        `${departmentName}に伝えました：${text}`,
      'inquiries.mailed': ({ departmentName, byName, text }: Said) =>
        `${departmentName}の${byName}さんからメールが届きました：${text}`,
      'inquiries.reminded': ({ departmentName, reminder, headName, isUnsent }: Reminded) =>
        isUnsent
          ? `${departmentName}の回答の${dues[reminder]}。メールを送れないため、直接お声がけください。`
          : `${departmentName}に${{ before: '期限が近いことを', due: '期限が来たことを', late: '期限が過ぎていることを' }[reminder]}知らせました。${headName === null ? '' : `責任者の${headName}さんにも知らせました。`}`,
      'inquiries.withdrawn': ({ departmentName, reason }: About & { reason: string }) =>
        `${departmentName}への照会を取り下げました：${reason}`,
      'inquiries.link-renewed': ({ departmentName }: About) =>
        `${departmentName}に新しいリンクを送りました。前のリンクはもう開けません。`,
      'inquiries.link-revoked': ({ departmentName }: About) =>
        `${departmentName}に送ったリンクを取り消しました。`,
    },
  },
  en: {
    refusals: {
      'inquiries.missing': 'That request was not found. Open the page again.',
      'inquiries.no-department':
        'That department cannot be asked. Look at “Departments” in the settings, and choose another.',
      'inquiries.personal-in-words': ({ found }) =>
        `“${found.replaceAll('」「', '”, “')}” is not to be shown by this request. Say “the customer” instead; where it is needed, choose names or contact details when asking. What you wrote is kept.`,
      'inquiries.closed': 'This complaint is closed. Reopen it first to go on.',
      'inquiries.date-past': 'That time has passed. Choose one to come.',
      'inquiries.same-date': 'That is the date it has. Choose another day.',
      'inquiries.answered-already': 'An answer is here already. To ask more, make a new request.',
      'inquiries.over': 'This request is over. To ask more, make a new request.',
      'inquiries.no-link': 'The link was taken back. Send a new one.',
      'inquiries.no-address':
        'Nobody has said yet where people reach this desk. Ask an administrator to do so in the settings under “Departments”. What you wrote is kept.',
      'inquiries.link-shut':
        'This link opens nothing. It is too old, or another one has replaced it. Ask whoever sent it for a new one.',
      'inquiries.address-unreadable': ({ address }) =>
        `“${address}” cannot be read as a mail address. Check it.`,
      'inquiries.hours-backwards': 'The end has to be after the beginning.',
      'inquiries.name-taken': ({ name }) =>
        `There is a department called “${name}” already. Choose another name.`,
      'inquiries.url-unreadable': 'Enter an address that begins with https://.',
    },
    events: {
      'inquiries.asked': ({ departmentName, question, dueAt }) =>
        `${departmentName} was asked, by ${englishMoment(dueAt)}: ${question}`,
      'inquiries.read': ({ departmentName }) => `${departmentName} opened the request.`,
      'inquiries.answered': ({ departmentName, byName, text, isConfirmed }) =>
        `${byName} (${departmentName}) answered (${isConfirmed ? 'confirmed' : 'not confirmed yet'}): ${text}`,
      'inquiries.asked-back': ({ departmentName, byName, text }) =>
        `${byName} (${departmentName}) asked back: ${text}`,
      'inquiries.declined': ({ departmentName, byName, text, insteadName }) =>
        `${byName}: not ${departmentName}'s${insteadName ? ` (ask ${insteadName})` : ''}: ${text}`,
      'inquiries.date-moved': ({ departmentName, byName, dueAt, reason }) =>
        `${byName} (${departmentName}) answers by ${englishMoment(dueAt)}: ${reason}`,
      'inquiries.told': ({ departmentName, text }) => `${departmentName} was told: ${text}`,
      'inquiries.mailed': ({ departmentName, byName, text }) =>
        `Mail from ${byName} (${departmentName}): ${text}`,
      'inquiries.reminded': ({ departmentName, reminder, headName }) =>
        `${departmentName} was reminded: ${{ before: 'the date is near', due: 'the date has come', late: 'the date has passed' }[reminder]}.${headName === null ? '' : ` ${headName} was told, too.`}`,
      'inquiries.withdrawn': ({ departmentName, reason }) =>
        `The request to ${departmentName} was withdrawn: ${reason}`,
      'inquiries.link-renewed': ({ departmentName }) =>
        `${departmentName} was sent a new link. The one before opens nothing any more.`,
      'inquiries.link-revoked': ({ departmentName }) =>
        `The link sent to ${departmentName} was taken back.`,
    },
  },
})

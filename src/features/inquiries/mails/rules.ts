import { japaneseMoment } from '#kernel/moments.ts'
import { linkMark } from '#features/letters/inside/contract.ts'
import type { Reminder } from '../contract.ts'

/** What a mail to a department is made of. Instants are ISO. */
export type About = {
  readonly organisation: string
  readonly department: string
  readonly number: string
  readonly askedBy: string
  readonly question: string
  readonly dueAt: string
}

export type Mail = { readonly subject: string; readonly text: string }

const way = [
  '答える・聞き返す・「うちではない」・新しい日にち、はこのページからできます。登録はいりません。',
  linkMark,
  'このリンクは、この照会だけを開きます。ほかの方に転送しないでください。このメールにそのまま返信していただいても届きます。',
].join('\n')

/** The question itself; in the mail only what was asked, the rest is on the page. */
export function askingMail({
  organisation,
  department,
  number,
  askedBy,
  question,
  dueAt,
}: About): Mail {
  return {
    subject: `【照会】${japaneseMoment(dueAt)}まで：お客様のお申し出 ${number}`,
    text: [
      `${department} ご担当者様`,
      `${organisation}の${askedBy}です。お客様のお申し出（${number}）について、教えてください。`,
      `■ お聞きしたいこと\n${question}`,
      `■ いつまでに\n${japaneseMoment(dueAt)}まで`,
      way,
    ].join('\n\n'),
  }
}

/** What we said afterwards: they asked back, or we add something. */
export function tellingMail(about: About, words: string): Mail {
  return {
    subject: `【照会の続き】${japaneseMoment(about.dueAt)}まで：お客様のお申し出 ${about.number}`,
    text: [
      `${about.department} ご担当者様`,
      `${about.organisation}の${about.askedBy}です。照会の件でお知らせします。`,
      words,
      `■ お聞きしたこと\n${about.question}`,
      `■ いつまでに\n${japaneseMoment(about.dueAt)}まで`,
      way,
    ].join('\n\n'),
  }
}

const leads: Readonly<Record<Reminder, (dueAt: string) => string>> = {
  before: (dueAt) =>
    `お願いした照会の期限が、${japaneseMoment(dueAt)}です。お答えをお待ちしています。`,
  due: (dueAt) =>
    `お願いした照会の期限（${japaneseMoment(dueAt)}）になりました。まだお答えが届いていません。日にちが必要なときは、理由と新しい日にちをページからお知らせください。`,
  late: (dueAt) =>
    `お願いした照会の期限（${japaneseMoment(dueAt)}）を過ぎています。お客様をお待たせしています。本日中に、お答えか新しい日にちをお知らせください。`,
}

const marks: Readonly<Record<Reminder, string>> = {
  before: 'もうすぐ期限',
  due: '本日が期限',
  late: '期限を過ぎています',
}

export function remindingMail(about: About, reminder: Reminder): Mail {
  return {
    subject: `【${marks[reminder]}】照会：お客様のお申し出 ${about.number}`,
    text: [
      `${about.department} ご担当者様`,
      leads[reminder](about.dueAt),
      `■ お聞きしたこと\n${about.question}`,
      `■ 聞いた人\n${about.organisation} ${about.askedBy}`,
      way,
    ].join('\n\n'),
  }
}

/** To the head of the department, when the date has passed and nobody has answered. */
export function headMail(about: About, headName: string): Mail {
  return {
    subject: `【ご対応のお願い】${about.department}への照会が期限を過ぎています：${about.number}`,
    text: [
      `${headName === '' ? `${about.department} 責任者` : headName}様`,
      `${about.department}にお願いした照会が、期限（${japaneseMoment(about.dueAt)}）を過ぎてもお答えをいただけていません。お客様をお待たせしています。どなたがいつお答えになるか、決めていただけますか。`,
      `■ お聞きしたこと\n${about.question}`,
      `■ 聞いた人\n${about.organisation} ${about.askedBy}`,
      way,
    ].join('\n\n'),
  }
}

/** The page of a link. What is behind the # never reaches a server or the page that is visited next. */
export function linkOf(deskUrl: string, slug: string, token: string): string {
  return `${deskUrl}/answer/${encodeURIComponent(slug)}#${token}`
}

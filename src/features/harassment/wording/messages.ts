import { dictionary } from '#kernel/dictionary.ts'

/** What the sentences are made of; `what` names the manner that is to stop. */
export type Saying = {
  readonly what: string
  /** How often we have asked to stop, on this occasion, this time included. */
  readonly times: number
  readonly isCall: boolean
}

/** A wording to a line: a dictionary holds strings. */
const lines = (...wordings: readonly string[]) => wordings.join('\n')
const bye = (isCall: boolean) => (isCall ? 'このお電話' : 'この応対')
const leave = (isCall: boolean) => (isCall ? '失礼いたします。' : 'お引き取りください。')
const over = (isCall: boolean) => (isCall ? 'this call' : 'our talk')
const away = (isCall: boolean) => (isCall ? 'Goodbye.' : 'Please leave the premises now.')

/** Without cushions: short, the same for everybody, and never about the person. Each step in several wordings. */
export const wordingMessages = dictionary({
  ja: {
    manners: {
      assault: '暴力',
      threat: '危害を加えるというお言葉',
      insult: '人を傷つけるお言葉',
      posting: 'ネットに出すというお言葉',
      prostration: '床に手をつけというお求め',
      shouting: '大きなお声',
      repeating: '同じお求めの繰り返し',
      restraint: 'お引き留め',
      sexual: '性的なお言葉',
      privacy: '従業員の私事のお尋ね',
      punishment: '従業員を辞めさせるというお求め',
      summons: '呼び出し',
    },
    someManner: 'いまのようなご発言',
    say: {
      request: ({ what, times }: Saying) =>
        times > 1
          ? lines(
              `${times}回目のお願いです。${what}は、おやめください。ご用件は、続けてうかがいます。`,
              `もう一度お願いいたします。${what}をおやめください。お困りのことは、うかがっております。`,
              `${what}は、お受けできません。おやめください。ご用件のお話に戻ります。`,
            )
          : lines(
              `${what}は、おやめください。ご用件は、続けてうかがいます。`,
              `お困りのことは、うかがいます。${what}は、おやめください。`,
              `${what}をおやめいただけましたら、お話を続けられます。`,
            ),
      warning: ({ what, times, isCall }: Saying) =>
        lines(
          `${times}回お願いいたしました。${what}が続くときは、${bye(isCall)}を終わりにいたします。`,
          `警告いたします。${what}をおやめください。続くときは、${bye(isCall)}を終わりにいたします。`,
        ),
      'final-warning': ({ what, isCall }: Saying) =>
        lines(
          `最終の警告です。次に${what}がありましたら、${bye(isCall)}を終わりにいたします。`,
          `これが最後のお願いです。${what}をおやめください。続くときは、ここで終わりにいたします。`,
        ),
      end: ({ times, isCall }: Saying) =>
        lines(
          `${times}回のお願いと警告のあとも、続いております。${bye(isCall)}は、これで終わりにいたします。お申し出は、取り消しになりません。${leave(isCall)}`,
          `${bye(isCall)}を終わりにいたします。お申し出は、取り消しになりません。${leave(isCall)}`,
        ),
      police: ({ isCall }: Saying) =>
        lines(
          isCall
            ? '身の安全のため、警察に連絡いたします。'
            : 'お引き取りいただけないため、警察に連絡いたします。',
        ),
    },
  },
  en: {
    manners: {
      assault: 'the violence',
      threat: 'the threats',
      insult: 'the insults',
      posting: 'the threats to post this online',
      prostration: 'the demand to kneel',
      shouting: 'the shouting',
      repeating: 'the repeated demand',
      restraint: 'holding us here',
      sexual: 'the sexual remarks',
      privacy: 'the questions about our staff’s private life',
      punishment: 'the demand to dismiss somebody',
      summons: 'the summons',
    },
    someManner: 'this way of speaking',
    say: {
      request: ({ what, times }) =>
        times > 1
          ? lines(
              `I am asking you for the ${ordinal(times)} time to stop ${what}. I am still listening to your concern.`,
              `Once more: please stop ${what}. I want to hear what went wrong.`,
              `We do not accept ${what}. Please stop. Let us return to your concern.`,
            )
          : lines(
              `Please stop ${what}. I am still listening to your concern.`,
              `I want to hear what went wrong. Please stop ${what}.`,
              `We can go on talking when you stop ${what}.`,
            ),
      warning: ({ what, times, isCall }) =>
        lines(
          `I have asked you ${times} times. If ${what} goes on, I will end ${over(isCall)}.`,
          `This is a warning. Stop ${what}, or I will end ${over(isCall)}.`,
        ),
      'final-warning': ({ what, isCall }) =>
        lines(
          `This is the final warning. If there is more of ${what}, I will end ${over(isCall)}.`,
          `I am asking for the last time: stop ${what}. Otherwise we end here.`,
        ),
      end: ({ times, isCall }) =>
        lines(
          `I have asked ${times} times and warned you. I am ending ${over(isCall)}. You will still get an answer to your complaint. ${away(isCall)}`,
          `I am ending ${over(isCall)}. Your complaint stays with us. ${away(isCall)}`,
        ),
      police: ({ isCall }) =>
        lines(
          isCall
            ? 'I am calling the police for everybody’s safety.'
            : 'You have been asked to leave. I am calling the police.',
        ),
    },
  },
})

function ordinal(count: number): string {
  return ['first', 'second', 'third'][count - 1] ?? `${count}th`
}

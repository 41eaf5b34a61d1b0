import { dictionary } from '#kernel/dictionary.ts'
import { englishMoment, japaneseMoment } from '#kernel/moments.ts'

type Rhythm = { every: number; unit: 'days' | 'business-days' }
type Waiting = { waiter: string; reason: string }
const everyJa = ({ every, unit }: Rhythm) => `${every}${unit === 'days' ? '日' : '営業日'}ごと`
const everyEn = ({ every, unit }: Rhythm) =>
  `every ${every} ${unit === 'days' ? 'days' : 'business days'}`

/** Notes of how things stand, at the interval the customer was told. */
export const progressMessages = dictionary({
  ja: {
    refusals: {
      'commitments.not-a-note':
        'この約束は、いま待っている経過のご連絡ではありません。画面を開き直して、次のご連絡を選んでください。',
      'commitments.pause-too-long':
        '待てるのは90日までです。それより前の日にいったんご連絡し、そこで待つ日を決め直してください。',
    },
    events: {
      'commitments.progress-told': (told: Rhythm & { dueAt: string; words: string }) =>
        `経過を${everyJa(told)}にご連絡すると、お客様にお伝えしました：「${told.words}」（最初は${japaneseMoment(told.dueAt)}まで）`,
      'commitments.progress-paused': ({ dueAt, waiter, reason }: Waiting & { dueAt: string }) =>
        `経過のご連絡は${japaneseMoment(dueAt)}まで、${waiter}を待ちます（理由：${reason}）`,
      'commitments.progress-ended': ({ reason }: { reason: string }) =>
        `決まった間隔での経過のご連絡を終えました（理由：${reason}）`,
    },
  },
  en: {
    refusals: {
      'commitments.not-a-note':
        'This promise is not the note that is due now. Open the page again and choose the next note.',
      'commitments.pause-too-long':
        'A note may wait for 90 days at most. Choose an earlier day, and decide anew when you are in touch then.',
    },
    events: {
      'commitments.progress-told': (told) =>
        `The customer was told to hear of us ${everyEn(told)}: “${told.words}” (first by ${englishMoment(told.dueAt)})`,
      'commitments.progress-paused': ({ dueAt, waiter, reason }) =>
        `The note waits for ${waiter} until ${englishMoment(dueAt)} (${reason})`,
      'commitments.progress-ended': ({ reason }) => `Notes at an interval have ended (${reason})`,
    },
  },
})

import { dictionary } from '#kernel/dictionary.ts'

type Told = { words: string; cues: string }

/** The running transcript: what the screens say about words that speech-to-text has heard. */
export const utterancesMessages = dictionary({
  ja: {
    words: {
      title: '文字起こし',
      log: '文字起こし（お話の順）',
      live: '聞き取り中',
      provisional: '未確定',
      heard: 'いまのお話に合図',
      quiet: 'お話を待っています。',
      said: ({ words, cues }: Told) => `合図：${cues}。お客様「${words}」`,
      toNewest: 'いまのお話へ',
    },
    refusals: {
      'complaints.utterance-after-closing':
        'この苦情は終了しているため、文字起こしを受け取れません。お話が続くときは、苦情を再開してから送ってください。',
      'complaints.utterance-in-future':
        '話した時刻（at）が、今より先になっています。送る側の時計を合わせて、もう一度送ってください。',
    },
    events: {},
  },
  en: {
    words: {
      title: 'Transcript',
      log: 'Transcript in the order it was said',
      live: 'Listening',
      provisional: 'Provisional',
      heard: 'Cues just now',
      quiet: 'Waiting for somebody to speak.',
      said: ({ words, cues }: Told) => `Cue: ${cues}. Customer: “${words}”`,
      toNewest: 'To what is said now',
    },
    refusals: {
      'complaints.utterance-after-closing':
        'This complaint is closed and takes no transcript. Reopen it when the talk goes on, then send again.',
      'complaints.utterance-in-future':
        'The time of the utterance (at) lies ahead of now. Set the clock of the sender and send again.',
    },
    events: {},
  },
})

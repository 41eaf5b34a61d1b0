import { dictionary } from '#kernel/dictionary.ts'

/** What the building blocks for files say; only who shows files needs it. */
export const fileMessages = dictionary({
  ja: {
    picture: { closer: '大きくする', farther: '小さくする', turn: '右へ回す' },
    uploads: {
      list: '送るファイル',
      camera: '撮影する',
      progress: (given: { name: string }) => `${given.name} の進み具合`,
      pause: (given: { name: string }) => `${given.name} を止める`,
      resume: (given: { name: string }) => `${given.name} を続ける`,
      again: (given: { name: string }) => `${given.name} をもう一度送る`,
      remove: (given: { name: string }) => `${given.name} を取り消す`,
      states: {
        waiting: '順番を待っています',
        sending: '送っています',
        paused: '止めています',
        retrying: '電波が切れました。戻りしだい続けます',
        done: '届きました',
        refused: '',
        missing: 'この端末に残せませんでした。もう一度選ぶと、続きから送ります',
      },
    },
  },
  en: {
    picture: { closer: 'Larger', farther: 'Smaller', turn: 'Turn right' },
    uploads: {
      list: 'Files to send',
      camera: 'Take a picture',
      progress: ({ name }) => `Progress of ${name}`,
      pause: ({ name }) => `Pause ${name}`,
      resume: ({ name }) => `Go on with ${name}`,
      again: ({ name }) => `Send ${name} again`,
      remove: ({ name }) => `Remove ${name}`,
      states: {
        waiting: 'Waiting for its turn',
        sending: 'Sending',
        paused: 'Paused',
        retrying: 'The connection is gone. It goes on when it is back',
        done: 'Received',
        refused: '',
        missing: 'This device could not keep it. Choose it again, and it goes on where it stopped',
      },
    },
  },
})

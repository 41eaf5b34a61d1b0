import { dictionary } from '#kernel/dictionary.ts'

/** Read on a phone in somebody's hand: names no customer. */
export const pushMessages = dictionary({
  ja: {
    words: {
      'silent-help': ({ name }: { name: string }) => `${name}さんが、静かに助けを求めています`,
      supervisor: ({ name }: { name: string }) => `${name}さんから引き継ぎの依頼です`,
      'named-person': ({ name }: { name: string }) => `${name}さんから、指名の取り次ぎです`,
      body: 'SVボードを開いて、見守ってください。',
      house: 'うけとめ',
      trial: 'この端末に届きました',
      trialBody: 'SVボードを閉じていても、助けを呼ぶ声が届きます。',
    },
  },
  en: {
    words: {
      'silent-help': ({ name }) => `${name} is asking for help, silently`,
      supervisor: ({ name }) => `${name} asks you to take over`,
      'named-person': ({ name }) => `A customer of ${name} asks for you`,
      body: 'Open the board and watch the call.',
      house: 'Uketome',
      trial: 'It reached this device',
      trialBody: 'Calls for help reach you here also while the board is closed.',
    },
  },
})

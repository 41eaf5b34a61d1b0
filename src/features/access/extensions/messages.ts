import { dictionary } from '#kernel/dictionary.ts'

export const extensionsMessages = dictionary({
  ja: {
    words: {
      title: '内線番号',
      lead: '電話が鳴ったとき、この内線の人の画面に、どなたからかを出します。チームの番号（代表・キュー）が鳴ると、不在でない全員の画面に出ます。',
      of: (given: { name: string }) => `${given.name}の内線`,
      teams: 'チーム（代表・キュー）',
      members: 'メンバー',
      save: '保存',
      saved: (given: { name: string; extension: string }) =>
        given.extension
          ? `${given.name}の内線を ${given.extension} にしました。`
          : `${given.name}の内線をなくしました。`,
    },
    refusals: {
      'access.extension-taken': (given: { name: string }) =>
        `この内線は「${given.name}」が使っています。別の番号にするか、先にそちらを空けてください。`,
    },
    events: {},
  },
  en: {
    words: {
      title: 'Extensions',
      lead: 'When a telephone rings, the screen of whoever has this extension says who may be calling. The number of a team rings on the screens of all who are not away.',
      of: (given: { name: string }) => `Extension of ${given.name}`,
      teams: 'Teams (queues)',
      members: 'Members',
      save: 'Save',
      saved: (given: { name: string; extension: string }) =>
        given.extension
          ? `The extension of ${given.name} is ${given.extension}.`
          : `${given.name} has no extension any more.`,
    },
    refusals: {
      'access.extension-taken': (given: { name: string }) =>
        `${given.name} has this extension. Choose another one, or free it first.`,
    },
    events: {},
  },
})

import { dictionary } from '#kernel/dictionary.ts'

type Version = { version: number }
type Published = Version & { site: string }

/** A reply in public, in the record, and why it is not taken. */
export const publicMessages = dictionary({
  ja: {
    refusals: {
      'letters.public-in-future':
        '載せた日時が、まだ来ていません。いつ載せたかを確かめて、書き直してください。',
      'letters.public-same':
        '同じ文面が、もう載せたものとして残っています。書き替えたときは、載せた文面のとおりにしてください。',
      'letters.public-nothing':
        '載せた返信がありません。取り下げを記すのは、載せたものがあるときだけです。',
    },
    events: {
      'letters.public-drafted': ({ text }: { text: string }) =>
        text === '' ? '公開の返信の案を消しました。' : `公開の返信の案：「${text}」`,
      'letters.public-published': ({ site, version, text }: Published & { text: string }) =>
        `${site || '公開の場'}に返信を載せました${version > 1 ? `（${version}版）` : ''}：「${text}」`,
      'letters.public-withdrawn': ({ reason }: { reason: string }) =>
        `載せた返信を取り下げました：${reason}`,
    },
  },
  en: {
    refusals: {
      'letters.public-in-future': 'That time has not come yet. Say when it was put there.',
      'letters.public-same': 'Just these words are kept already as what stands there.',
      'letters.public-nothing': 'Nothing of ours stands there, so nothing can be taken away.',
    },
    events: {
      'letters.public-drafted': ({ text }) =>
        text === ''
          ? 'The draft of a reply in public was removed.'
          : `A draft for the public: “${text}”`,
      'letters.public-published': ({ site, version, text }) =>
        `A reply stands on ${site || 'a public place'}${version > 1 ? ` (version ${version})` : ''}: “${text}”`,
      'letters.public-withdrawn': ({ reason }) => `The reply in public was taken away: ${reason}`,
    },
  },
})

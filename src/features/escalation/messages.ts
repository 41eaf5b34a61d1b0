import { dictionary } from '#kernel/dictionary.ts'

export const escalationMessages = dictionary({
  ja: {
    words: {
      kinds: {
        supervisor: '上司を希望',
        'named-person': '名指しの希望',
        'silent-help': '静かな助け',
      },
      modes: { connect: 'すぐ替わる', 'call-back': '折り返す', watch: '見守る' },
      states: {
        asked: '未確認',
        seen: '見ました',
        accepted: '引き継ぎ済み',
        returned: '差し戻し',
        withdrawn: '取り下げ',
      },
      waiting: 'SVへのお願い',
      list: 'SVへのお願いの一覧',
      askedBy: (given: { name: string }) => `${given.name}さんから`,
      person: (given: { name: string }) => `${given.name} をご希望`,
      see: '見ました',
      seeNamed: (given: { number: string }) => `${given.number} を見ましたと伝える`,
      seenSent: (given: { name: string }) => `${given.name}さんに「見ました」と伝えました。`,
      seenBy: (given: { name: string }) => `${given.name}さんが見ました`,
      sheet: '引き継ぎ票',
      sheetNamed: (given: { number: string }) => `${given.number} の引き継ぎ票`,
    },
    refusals: {},
    events: {},
  },
  en: {
    words: {
      kinds: {
        supervisor: 'Wants a supervisor',
        'named-person': 'Wants a named person',
        'silent-help': 'Silent help',
      },
      modes: { connect: 'Connect now', 'call-back': 'Call back', watch: 'Watch' },
      states: {
        asked: 'Not seen',
        seen: 'Seen',
        accepted: 'Taken over',
        returned: 'Returned',
        withdrawn: 'Withdrawn',
      },
      waiting: 'Requests to supervisors',
      list: 'Requests to supervisors',
      askedBy: (given: { name: string }) => `from ${given.name}`,
      person: (given: { name: string }) => `asks for ${given.name}`,
      see: 'Seen',
      seeNamed: (given: { number: string }) => `Tell that ${given.number} was seen`,
      seenSent: (given: { name: string }) => `${given.name} was told that you have seen it.`,
      seenBy: (given: { name: string }) => `Seen by ${given.name}`,
      sheet: 'Hand-over sheet',
      sheetNamed: (given: { number: string }) => `Hand-over sheet of ${given.number}`,
    },
    refusals: {},
    events: {},
  },
})

import { dictionary } from '#kernel/dictionary.ts'

type Name = { name: string }
type Names = { names: string }
type At = { time: string }
type Size = { added: number; removed: number }

/** What people see who write a reply together. */
export const writingMessages = dictionary({
  ja: {
    words: {
      pane: '相談と履歴',
      saved: ({ time }: At) => `${time} に保存しました。ほかの人も続きを書けます。`,
      saving: '保存しています',
      away: 'サーバーにつながりません。書きかけは、この端末に残っています。',
      refused: 'サーバーに保存できません。書きかけは、この端末に残っています。',
      sentBy: ({ name }: Name) => `${name} さんが、この返事を送りました。経過に入っています。`,
      discardedBy: ({ name }: Name) =>
        `${name} さんが、この書きかけを捨てました。「相談と履歴」から戻せます。`,
      erased: 'この書きかけは、お客様の情報と一緒に消去されました。',
      discard: '書きかけを捨てる',
      discarded: '書きかけを捨てました。',
      open: ({ names }: Names) => `${names} も、この返事を開いています`,
      typing: ({ names }: Names) =>
        `${names} も、この返事を書いています。送る前に声をかけてください`,
      typingNow: ({ names }: Names) => `${names} が、いま書いています`,
      reading: ({ names }: Names) => `${names} が、この返事を読んでいます`,
      san: ({ name }: Name) => `${name} さん`,
      overtaken: {
        title: '同じ返事が、別の画面でも直されました',
        lead: ({ name }: Name) =>
          `${name} さんの文面と、この画面の文面があります。選ばなかったほうも「相談と履歴」に残ります。`,
        differences: 'この画面の文面と、保存された文面の違い',
        legend: ({ name }: Name) =>
          `取り消し線はこの画面だけにある言葉、緑は ${name} さんの文面だけにある言葉です。`,
        mine: 'この画面の文面にする',
        theirs: ({ name }: Name) => `${name} さんの文面にする`,
        both: '二つをつなげる',
      },
      history: {
        title: '前の文面',
        none: 'まだ前の文面はありません。書いているあいだ、数秒ごとに残ります。',
        now: 'いまの文面',
        aside: '選ばなかった文面',
        discarded: '捨てた書きかけ',
        size: ({ added, removed }: Size) =>
          [added > 0 ? `＋${added}字` : '', removed > 0 ? `−${removed}字` : '']
            .filter(Boolean)
            .join(' ') || '文面は同じ',
        look: 'この文面を見る',
        differences: 'いまの文面との違い',
        same: 'いまの文面と同じです。',
        restore: 'この文面に戻す',
        restored: '前の文面に戻しました。',
        back: '一覧に戻る',
        added: '加わった',
        removed: '消えた',
      },
    },
  },
  en: {
    words: {
      pane: 'Advice and history',
      saved: ({ time }: At) => `Saved at ${time}. Colleagues can go on with it.`,
      saving: 'Saving',
      away: 'The server cannot be reached. The draft is kept on this device.',
      refused: 'The server does not take it. The draft is kept on this device.',
      sentBy: ({ name }: Name) => `${name} has sent this reply. It is in the record.`,
      discardedBy: ({ name }: Name) =>
        `${name} has discarded this draft. “Advice and history” brings it back.`,
      erased: 'This draft was erased with the personal data of the customer.',
      discard: 'Discard draft',
      discarded: 'Draft discarded.',
      open: ({ names }: Names) => `${names} also has this reply open`,
      typing: ({ names }: Names) => `${names} is writing this reply, too. Talk before you send it`,
      typingNow: ({ names }: Names) => `${names} is writing now`,
      reading: ({ names }: Names) => `${names} is reading this reply`,
      san: ({ name }: Name) => name,
      overtaken: {
        title: 'The same reply was changed on another screen',
        lead: ({ name }: Name) =>
          `There is the text of ${name} and the one on this screen. The other one stays in “Advice and history”.`,
        differences: 'What differs between this screen and what was saved',
        legend: ({ name }: Name) =>
          `Struck out: only on this screen. Green: only in the text of ${name}.`,
        mine: 'Use the text on this screen',
        theirs: ({ name }: Name) => `Use the text of ${name}`,
        both: 'Put both together',
      },
      history: {
        title: 'Earlier texts',
        none: 'No earlier text yet. One is kept every few seconds while you write.',
        now: 'The text now',
        aside: 'Not chosen',
        discarded: 'Discarded draft',
        size: ({ added, removed }: Size) =>
          [added > 0 ? `+${added}` : '', removed > 0 ? `−${removed}` : '']
            .filter(Boolean)
            .join(' ') || 'same text',
        look: 'Look at this text',
        differences: 'What differs from the text now',
        same: 'The same as the text now.',
        restore: 'Restore this text',
        restored: 'The earlier text is back.',
        back: 'Back to the list',
        added: 'Added',
        removed: 'Removed',
      },
    },
  },
})

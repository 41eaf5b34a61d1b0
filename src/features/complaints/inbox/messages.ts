import { dictionary } from '#kernel/dictionary.ts'

export const inboxMessages = dictionary({
  ja: {
    words: {
      views: '保存ビュー',
      list: '苦情の一覧',
      search: '言葉、お名前、電話番号、受付番号で探す',
      searchLabel: '受信箱を探す',
      clear: '探すのをやめる',
      count: (given: { count: number }) => `${given.count.toLocaleString('ja')} 件`,
      next: '次の苦情',
      previous: '前の苦情',
      open: '開く',
      openNamed: (given: { number: string }) => `${given.number} を開く`,
      keys: '受信箱',
      focusSearch: '探す',
      nextView: '次の保存ビュー',
      preview: '下見',
      ownWords: 'お客様の言葉',
      wants: '望んでいること',
      facts: '確認できた事実',
      claimed: '確認を待つお申し出',
      concerns: 'お困りのこと・お怒りのこと',
      demands: '求められていること',
      nothingYet: 'まだ記録がありません',
      product: '商品・サービス',
      due: '次の期限',
      noDue: '期限のある約束はありません',
      empty: {
        open: {
          title: '未解決の苦情はありません',
          detail: '新しいお申し出は、届くとすぐここに並びます。',
        },
        mine: {
          title: 'いま担当している苦情はありません',
          detail: '「担当なし」を開くと、待っているお客様がわかります。',
        },
        unassigned: { title: 'すべてに担当がついています', detail: '待たせている方はいません。' },
        'due-today': {
          title: 'きょうが期限のものはありません',
          detail: '約束台帳で、あす以降の期限も見られます。',
        },
        broken: { title: '過ぎた約束はありません', detail: 'この状態が、お客様の信頼です。' },
        safety: {
          title: '安全にかかわる苦情はありません',
          detail: 'けがや発火のおそれがあると、ここに並びます。',
        },
        escalated: {
          title: 'SV対応中の苦情はありません',
          detail: '「上司を出してほしい」と言われた苦情がここに並びます。',
        },
        closed: {
          title: '終了した苦情はまだありません',
          detail: '合意か理由を記録して終えると、ここに残ります。',
        },
        all: {
          title: '苦情はまだありません',
          detail: '電話は「電話を受ける」から。過去の記録は取り込めます。',
        },
      },
      nothingFound: {
        title: '見つかりませんでした',
        detail:
          '言葉を短くするか、言いかえてお試しください。電話番号はハイフンがなくても探せます。',
      },
    },
    refusals: {},
    events: {},
  },
  en: {
    words: {
      views: 'Saved views',
      list: 'Complaints',
      search: 'Words, name, phone or number',
      searchLabel: 'Search the inbox',
      clear: 'Stop searching',
      count: (given: { count: number }) => given.count.toLocaleString('en'),
      next: 'Next complaint',
      previous: 'Previous complaint',
      open: 'Open',
      openNamed: (given: { number: string }) => `Open ${given.number}`,
      keys: 'Inbox',
      focusSearch: 'Search',
      nextView: 'Next saved view',
      preview: 'Preview',
      ownWords: "The customer's words",
      wants: 'What they want',
      facts: 'Confirmed facts',
      claimed: 'Claims to be checked',
      concerns: 'What upset them',
      demands: 'Demands',
      nothingYet: 'Nothing recorded yet',
      product: 'Product or service',
      due: 'Next due',
      noDue: 'No promise with a date',
      empty: {
        open: {
          title: 'No open complaints',
          detail: 'A new one appears here as soon as it arrives.',
        },
        mine: {
          title: 'You have no complaints',
          detail: '"Unassigned" shows the customers who are waiting.',
        },
        unassigned: { title: 'Everything has an owner', detail: 'Nobody is kept waiting.' },
        'due-today': {
          title: 'Nothing is due today',
          detail: 'The promises ledger shows later dates.',
        },
        broken: { title: 'No promise is broken', detail: 'This is what trust looks like.' },
        safety: {
          title: 'No safety complaints',
          detail: 'Injury or fire risks are listed here.',
        },
        escalated: {
          title: 'Nothing is with a supervisor',
          detail: 'Complaints in which a supervisor was asked for are listed here.',
        },
        closed: {
          title: 'Nothing closed yet',
          detail: 'Closed with an agreement or a reason, it stays here.',
        },
        all: { title: 'No complaints yet', detail: 'Take a call, or import past records.' },
      },
      nothingFound: {
        title: 'Nothing found',
        detail: 'Try fewer or other words. Phone numbers work without hyphens.',
      },
    },
    refusals: {},
    events: {},
  },
})

/**
 * Every door by which words leave the company: decision 52 says why each is as it is. `found`: where it stands in the code, as
 * `doors-found.ts` finds it; a test compares the two.
 */
export type Door = {
  readonly name: string
  readonly to:
    | 'customer'
    | 'everybody'
    | 'department'
    | 'colleague'
    | 'system'
    | 'consulting'
    | 'person concerned'
  /** `whole`: the gate of letters, each time. `set`: the words are the company's own, looked at when they are set. */
  readonly gate: 'whole' | 'set' | 'chosen' | 'none'
  readonly found: readonly string[]
  /** Doors of letters/gate/doors.test.ts at which every rule of the gate is tried. */
  readonly proved?: readonly string[]
}

export const doors: readonly Door[] = [
  {
    name: 'メールの返事',
    to: 'customer',
    gate: 'whole',
    found: ['outbox: letters/actions.ts', 'approved: letters/actions.ts', 'mail: letters/jobs.ts'],
    proved: [
      'メールの返事',
      '共同の下書きからのメール',
      '取り消して書き直したメール',
      '待っていたメールが出るとき',
      '止まったメールをもう一度',
    ],
  },
  {
    name: '受付のご連絡（メール）',
    to: 'customer',
    gate: 'set',
    found: [
      'outbox: letters/acknowledgement/actions.ts',
      'told: letters/acknowledgement/actions.ts',
    ],
  },
  {
    name: '受付のご連絡（フォームの画面）',
    to: 'customer',
    gate: 'set',
    found: ['told: intake/web-form/actions.ts', 'stranger: submitWebForm', 'stranger: readWebForm'],
  },
  {
    name: '紙の手紙を発行する',
    to: 'customer',
    gate: 'whole',
    found: [
      'paper: letters/typesetting/actions.ts',
      'approved: letters/typesetting/actions.ts',
      'press: letters/typesetting/actions.ts',
      'file: /api/letters/papers/:paperId/original',
    ],
    proved: ['紙の手紙（Word）', '紙の手紙（PDF）'],
  },
  {
    name: '紙の手紙の下書き',
    to: 'colleague',
    gate: 'none',
    found: ['file: /api/letters/typeset', 'file: /api/letters/letterhead/preview'],
  },
  {
    name: 'チャットの返事',
    to: 'customer',
    gate: 'whole',
    found: ['chat: chat/actions.ts', 'approved: chat/actions.ts'],
    proved: ['チャット'],
  },
  {
    name: 'チャットの窓の案内',
    to: 'customer',
    gate: 'set',
    found: [
      'chat: chat/window/actions.ts',
      'told: chat/window/actions.ts',
      'stranger: openChat',
      'stranger: sayInChat',
      'stranger: leaveContact',
      'stranger: leaveChat',
      'stranger: keepWatching',
      'stranger: readConversation',
      'stranger: readWindow',
      'address: /api/chat/windows/:slug/events',
    ],
  },
  {
    name: '公開の返信',
    to: 'everybody',
    gate: 'whole',
    found: ['public: letters/public/actions.ts', 'approved: letters/public/actions.ts'],
    proved: ['公開の言葉'],
  },
  {
    name: '書いているあいだの確かめ',
    to: 'colleague',
    gate: 'none',
    found: ['approved: letters/gate/queries.ts'],
  },
  {
    name: '部署への照会のメール',
    to: 'department',
    gate: 'chosen',
    found: ['outbox: letters/inside/actions.ts', 'outbox: inquiries/mails/actions.ts'],
  },
  {
    name: '部署への照会のページ',
    to: 'department',
    gate: 'chosen',
    found: [
      'stranger: readAnswerPage',
      'stranger: sendDeed',
      'stream: inquiries/answering/routes.ts',
    ],
  },
  {
    name: '外への知らせ（Webhook）',
    to: 'system',
    gate: 'chosen',
    found: ['outgoing: webhooks/sending/actions.ts'],
  },
  {
    name: '在庫と日程の問い合わせ',
    to: 'system',
    gate: 'chosen',
    found: ['outgoing: remedies/feasibility/actions.ts'],
  },
  {
    name: '訪問の警報（メールとSMS）',
    to: 'colleague',
    gate: 'set',
    found: ['mail: visits/sending/actions.ts', 'outgoing: visits/sending/actions.ts'],
  },
  {
    name: '訪問する人の電話',
    to: 'colleague',
    gate: 'none',
    found: ['stranger: sendPresses'],
  },
  {
    name: 'SVへのプッシュ通知',
    to: 'colleague',
    gate: 'set',
    found: ['push: supervision/push/jobs.ts'],
  },
  {
    name: '約束のカレンダー（ICS）',
    to: 'colleague',
    gate: 'chosen',
    found: ['file: /api/commitments/calendars/:token', 'stranger: readCalendar'],
  },
  {
    name: '開示の書類',
    to: 'person concerned',
    gate: 'none',
    found: ['file: /api/protection/:complaintId/disclosure', 'press: protection/paper/queries.ts'],
  },
  {
    name: '証拠一式',
    to: 'person concerned',
    gate: 'none',
    found: ['file: /api/protection/packs'],
  },
  {
    name: '引き継ぎ票（PDF）',
    to: 'colleague',
    gate: 'none',
    found: [
      'file: /api/complaints/:complaintId/hand-over-sheet.pdf',
      'press: escalation/paper/routes.ts',
    ],
  },
  {
    name: '事業主の措置の一覧（PDF）',
    to: 'person concerned',
    gate: 'set',
    found: ['file: /api/consultation/duties/paper', 'press: consultation/duties/routes.ts'],
  },
  {
    name: '相談窓口の返事',
    to: 'consulting',
    gate: 'none',
    found: [
      'stranger: beginUnnamed',
      'stranger: readUnnamed',
      'stranger: addUnnamed',
      'stranger: wishErasureUnnamed',
      'stream: consultation/files/routes.ts',
    ],
  },
  {
    name: '届いたものと残したものの控え',
    to: 'colleague',
    gate: 'none',
    found: [
      'file: /api/intake/mail/:mailId/original',
      'file: /api/intake/mail/:mailId/attachments/:at',
      'file: /api/letters/:letterId/original',
      'stream: intake/mail/routes.ts',
      'stream: complaints/evidence/routes.ts',
      'stream: intake/web-form/routes.ts',
    ],
  },
  {
    name: '設定と取り込みのファイル',
    to: 'colleague',
    gate: 'none',
    found: [
      'file: /api/remedies/table/file',
      'file: /api/letters/templates-file',
      'file: /api/intake/imports/:importId/refused',
    ],
  },
  {
    name: 'サインインと画面の更新',
    to: 'colleague',
    gate: 'none',
    found: [
      'stranger: readDemoSignIns',
      'address: /api/access/auth/*',
      'address: /api/events',
      'address: /api/health',
    ],
  },
]

import { expect, it } from 'vitest'
import type { ChatConversation } from '#features/chat/window/contract.ts'
import { transcriptOf } from './transcript.ts'

const at = '2026-11-24T01:05:00Z'
const line = { id: '1', sequence: 1, at, text: '', name: null }
const conversation: ChatConversation = {
  attendance: 'here',
  opensAt: at,
  complaintId: '00000000-0000-7000-8000-000000000001',
  number: 'U26-00012',
  organisationName: '木瓜堂',
  isEnded: true,
  isLate: false,
  answeredByName: '青木',
  isTyping: false,
  deskRead: 4,
  isReachable: false,
  nextAt: null,
  lines: [
    { ...line, kind: 'you', text: '湯のみが欠けていました。' },
    { ...line, kind: 'taken', name: '青木' },
    { ...line, kind: 'desk', text: 'お確かめします。', name: '青木' },
    { ...line, kind: 'ended' },
  ],
}

it('手元に残す会話には、番号、日時、誰の言葉か、終わりまでが入る', () => {
  const text = transcriptOf(conversation, Date.parse(at), 'ja')
  expect(text).toContain('受付番号 U26-00012')
  expect(text).toContain('10:05　お客様\n湯のみが欠けていました。')
  expect(text).toContain('青木がお話を伺います。')
  expect(text).toContain('青木（木瓜堂）\nお確かめします。')
  expect(text.endsWith('チャットを終えました。')).toBe(true)
})

it('英語の窓では英語で残る', () => {
  expect(transcriptOf(conversation, Date.parse(at), 'en')).toContain(
    'You\n湯のみが欠けていました。',
  )
})

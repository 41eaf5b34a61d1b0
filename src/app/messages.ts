import { dictionary } from '#kernel/dictionary.ts'
import type { Need } from '#platform/http/needs.ts'

type Needs = { needs: readonly Need[] }

const japanese: Record<Need['kind'], (need: Need) => string> = {
  given: () => 'がありません',
  'one-of': ({ of }) => `は ${of} のどれか`,
  uuid: () => 'は UUID',
  instant: () => 'は 2026-11-24T10:00:00+09:00 の形の日時',
  day: () => 'は 2026-11-24 の形の日付',
  'at-most': ({ of }) => `は${of}まで`,
  'at-least': ({ of }) => `は${of}以上`,
  other: () => 'の形',
}
const english: Record<Need['kind'], (need: Need) => string> = {
  given: () => 'is missing',
  'one-of': ({ of }) => `is one of ${of}`,
  uuid: () => 'is a UUID',
  instant: () => 'is an instant like 2026-11-24T10:00:00+09:00',
  day: () => 'is a day like 2026-11-24',
  'at-most': ({ of }) => `is ${of} at most`,
  'at-least': ({ of }) => `is ${of} at least`,
  other: () => 'has another form',
}

/** What the house itself says, before any room is entered. */
export const houseMessages = dictionary({
  ja: {
    refusals: {
      'http.not-understood': ({ needs }: Needs) =>
        `入力を確かめてください（${needs.map((need) => `${need.field} ${japanese[need.kind](need)}`).join('、')}）。入力した内容は残っています。`,
      'http.not-json': '送られた内容を読めませんでした。JSONで送り直してください。',
      'http.other-type': ({ type }: { type: string }) =>
        `${type} として送ってください（Content-Type）。ほかの形では受け取れません。`,
      'http.file-too-large': ({ megabytes }: { megabytes: number }) =>
        `大きすぎて受け取れません。${megabytes}MBまでにして、送り直してください。`,
      'http.too-large': '一度に送れる大きさを超えています。分けて送ってください。',
      'http.idempotency-key':
        'Idempotency-Key は、空白のない半角の文字で255字までにして、送り直してください。',
      'http.not-found': 'ここには何もありません。アドレスを確かめてください。',
      'http.other-site':
        'ほかのサイトからの操作は受け付けません。うけとめの画面を開いて操作してください。',
      'http.unexpected':
        '思わぬ不具合が起きました。入力した内容は残っています。少し待って、もう一度お試しください。',
    },
  },
  en: {
    refusals: {
      'http.not-understood': ({ needs }: Needs) =>
        `Please check what was entered (${needs.map((need) => `${need.field} ${english[need.kind](need)}`).join(', ')}). Your text is kept.`,
      'http.not-json': 'The body could not be read. Send JSON.',
      'http.other-type': ({ type }) => `Send it as ${type} (Content-Type).`,
      'http.file-too-large': ({ megabytes }) =>
        `This is too large to be received. Send at most ${megabytes} MB.`,
      'http.too-large': 'This is more than can be sent at once. Send it in parts.',
      'http.idempotency-key':
        'An Idempotency-Key is 1 to 255 visible letters of ASCII, without spaces. Send it again so.',
      'http.not-found': 'There is nothing here. Check the address.',
      'http.other-site': 'Commands from another site are not accepted. Use the pages of Uketome.',
      'http.unexpected':
        'Something unexpected went wrong. Your text is kept; wait a moment and retry.',
    },
  },
})

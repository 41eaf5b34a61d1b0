import { dictionary } from '#kernel/dictionary.ts'

type Fields = { fields: readonly string[] }

/** What the house itself says, before any room is entered. */
export const houseMessages = dictionary({
  ja: {
    refusals: {
      'http.not-understood': ({ fields }: Fields) =>
        `入力を確かめてください（${fields.join('、')}）。入力した内容は残っています。`,
      'http.not-json': '送られた内容を読めませんでした。JSONで送り直してください。',
      'http.too-large': '一度に送れる大きさを超えています。分けて送ってください。',
      'http.not-found': 'ここには何もありません。アドレスを確かめてください。',
      'http.other-site':
        'ほかのサイトからの操作は受け付けません。うけとめの画面を開いて操作してください。',
      'http.unexpected':
        '思わぬ不具合が起きました。入力した内容は残っています。少し待って、もう一度お試しください。',
    },
  },
  en: {
    refusals: {
      'http.not-understood': ({ fields }: Fields) =>
        `Please check what was entered (${fields.join(', ')}). Your text is kept.`,
      'http.not-json': 'The body could not be read. Send JSON.',
      'http.too-large': 'This is more than can be sent at once. Send it in parts.',
      'http.not-found': 'There is nothing here. Check the address.',
      'http.other-site': 'Commands from another site are not accepted. Use the pages of Uketome.',
      'http.unexpected':
        'Something unexpected went wrong. Your text is kept; wait a moment and retry.',
    },
  },
})

import { dictionary } from '#kernel/dictionary.ts'

/** What the settings say about the public form. */
export const formSettingsMessages = dictionary({
  ja: {
    words: {
      title: '受付フォーム',
      lead: 'お客様が書き込むフォームです。アカウントはいりません。送られたものは、その場で苦情として受け付けます。',
      address: 'フォームのアドレス',
      open: 'フォームを開く',
      copy: 'コピー',
      copied: 'コピーしました。',
      isOpen: 'フォームで受け付ける',
      isOpenHint:
        '止めると、フォームは電話の時間だけを案内します。送りかけの写真は最後まで受け取ります。',
      prepare: '用意していただくもの',
      prepareHint:
        '一行に一つ。会社ならではのもの（会員番号の場所など）を、フォームの一覧のはじめに出します。',
      preparePlaceholder: '例：会員証の裏の番号',
      largest: 'ファイル一つの大きさ（MBまで）',
      most: '一件に付けられるファイルの数',
      limitsHint: '写真・動画の上限です。社内から足すときにも、同じ値を使います。',
      largestWrong: '1から4,000までの数を書いてください。',
      mostWrong: '1から500までの数を書いてください。',
      framedBy: 'フォームを出してよいサイト',
      framedByHint:
        '一行に一つ（例：https://www.example.jp）。書かれていないサイトには、ブラウザーが表示しません。',
      code: 'サイトに貼る一行',
      codeHint:
        'フォームを出したい場所に、このまま貼ってください。高さは中身に合わせて変わります。',
      codeNeedsSite: '先に、出してよいサイトを書いて保存してください。',
      preview: 'いまの見え方',
      previewHint: '保存すると変わります。ここから送ったものも、本当に届きます。',
      save: '保存する',
      saved: '受付フォームの設定を保存しました。',
      restored: '受付フォームの設定を元に戻しました。',
      changedBy: (given: { name: string }) => `最後に変えた人：${given.name}`,
    },
  },
  en: {
    words: {
      title: 'Web form',
      lead: 'The form that customers write in, without an account. What they send is a complaint at once.',
      address: 'Address of the form',
      open: 'Open the form',
      copy: 'Copy',
      copied: 'Copied.',
      isOpen: 'Take complaints by the form',
      isOpenHint:
        'Shut, it only says when the telephone is answered. Photos on their way still arrive.',
      prepare: 'What to have at hand',
      prepareHint: 'One thing on each line; shown first in the list of the form.',
      preparePlaceholder: 'e.g. the number on the back of the card',
      largest: 'One file (MB at most)',
      most: 'Files of one complaint',
      limitsHint: 'For photos and videos, also those that your own people add.',
      largestWrong: 'Write a number from 1 to 4,000.',
      mostWrong: 'Write a number from 1 to 500.',
      framedBy: 'Sites that may show the form',
      framedByHint: 'One on each line (https://www.example.jp). Browsers refuse all others.',
      code: 'The line for your site',
      codeHint: 'Paste it where the form is to stand. Its height follows what is in it.',
      codeNeedsSite: 'Name the sites that may show it first, and save.',
      preview: 'As it looks now',
      previewHint: 'Changes when it is saved. What is sent from here truly arrives.',
      save: 'Save',
      saved: 'The settings of the web form are saved.',
      restored: 'The settings of the web form are as before.',
      changedBy: (given: { name: string }) => `Last changed by ${given.name}`,
    },
  },
})

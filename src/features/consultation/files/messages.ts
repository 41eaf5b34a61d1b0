import { dictionary } from '#kernel/dictionary.ts'

/** What is said about the files of a consultation, to the person and to the desk. */
export const talkFilesMessages = dictionary({
  ja: {
    words: {
      add: '写真・録音・書類を添える',
      choose: 'ファイルを選ぶ',
      hint: '窓口の担当だけが開けます。開いたことは、窓口に記録されます。',
      hintUnnamed:
        '窓口の担当だけが開けます。写真や書類の中に、お名前や撮った場所が残っていることがあります。',
      chosen: '添えるファイル',
      takeOut: (given: { name: string }) => `${given.name} を外す`,
      open: (given: { name: string }) => `${given.name} を開く`,
      shared: 'ファイルを送る',
      sharedHint: 'ここで選んだものは、本人にも届きます。',
      kept: '窓口の控え',
      keptHint: '面談の控えなど。本人には見えません。',
      keptNone: 'まだありません。',
      keptAdd: '控えを加える',
      save: '保存する',
      savePlaceless: '位置を除いて保存',
      saveOriginal: '元のまま保存',
      hasPlace:
        'この写真には、撮った場所が入っています。表示からは除いてあります。元のファイルには残してあります。',
      misnamed: '名前の終わりと中身が合いません。開く前に、本人に確かめてください。',
      notShown: 'この形式は、ここでは表示できません。保存して、対応するアプリで開いてください。',
      openApart: '別の画面で開く',
      hash: '指紋（SHA-256）',
      by: (given: { name: string }) => `${given.name}さんが加えました`,
      loading: '開いています',
      failed: '開けませんでした。つながりを確かめて、もう一度開いてください。',
    },
  },
  en: {
    words: {
      add: 'Add photos, recordings or papers',
      choose: 'Choose files',
      hint: 'Only the desk can open them. Who opened what is recorded for the desk.',
      hintUnnamed:
        'Only the desk can open them. A photo or a paper may hold your name or the place where it was made.',
      chosen: 'Files to add',
      takeOut: ({ name }) => `Take ${name} out`,
      open: ({ name }) => `Open ${name}`,
      shared: 'Send files',
      sharedHint: 'The person receives what is chosen here.',
      kept: 'Files of the desk',
      keptHint: 'Such as notes of an interview. Not shown to the person.',
      keptNone: 'None yet.',
      keptAdd: 'Add a file of the desk',
      save: 'Save',
      savePlaceless: 'Save without the place',
      saveOriginal: 'Save the original',
      hasPlace:
        'This photo tells where it was taken. What is shown here does not; the original keeps it.',
      misnamed:
        'The ending of the name does not fit what is inside. Ask the person before opening.',
      notShown: 'This kind cannot be shown here. Save it and open it with its own program.',
      openApart: 'Open apart',
      hash: 'Fingerprint (SHA-256)',
      by: ({ name }) => `Added by ${name}`,
      loading: 'Opening',
      failed: 'It did not open. Check the connection and open it once more.',
    },
  },
})

import { dictionary } from '#kernel/dictionary.ts'

/** What the screens say about the files of a complaint, and why one cannot come in. */
export const evidenceMessages = dictionary({
  ja: {
    words: {
      title: '証拠',
      add: '証拠を足す',
      choose: 'ファイルを選ぶ',
      addHint: '写真・動画・録音・書類。ここへ落としても、撮っても加えられます。',
      list: '証拠の一覧',
      open: (given: { name: string }) => `${given.name} を大きく見る`,
      next: '次の証拠',
      previous: '前の証拠',
      of: (given: { at: number; all: number }) => `${given.at} / ${given.all}`,
      keep: '保存する',
      keepPlaceless: '位置を除いて保存',
      keepOriginal: '元のまま保存',
      hasPlace:
        'この写真には、撮った場所の位置情報が入っています。ここでの表示からは除いてあります。元のファイルには残してあり、指紋は元のファイルのものです。',
      openPdf: '別の画面で開く',
      notShown: 'この形式は、ここでは表示できません。保存して、対応するアプリで開いてください。',
      misnamed: '名前の終わりと中身が合いません。開く前に、お客様に確かめてください。',
      added: (given: { by: string }) => `${given.by}から`,
      hash: '指紋（SHA-256）',
      kinds: { photo: '写真', video: '動画', sound: '録音', document: '書類', other: 'ファイル' },
    },
    refusals: {
      'complaints.evidence-empty':
        'このファイルには中身がありません。元のファイルを確かめて、選び直してください。',
      'complaints.evidence-too-large': ({ megabytes }: { megabytes: number }) =>
        `一つ${megabytes.toLocaleString('ja')}MBまで受け取れます。動画は短く分けるか、画質を下げて送ってください。`,
      'complaints.evidence-too-many': ({ most }: { most: number }) =>
        `付けられるのは${most.toLocaleString('ja')}個までです。大事なものから選び、残りは担当者にお知らせください。`,
      'complaints.evidence-too-late':
        'この受付には、もうファイルを足せません。担当者にご連絡のうえ、改めてお送りください。',
      'complaints.evidence-crowded':
        'いま届いているファイルが多く、受け取れません。少し待って、もう一度お試しください。文章だけ先に送れます。',
      'complaints.evidence-for-nobody':
        'どの苦情のファイルか分かりません。苦情を開き直して、もう一度選んでください。',
      'complaints.evidence-missing':
        'そのファイルは見つかりません。個人情報の消去で、なくなったのかもしれません。',
    },
  },
  en: {
    words: {
      title: 'Evidence',
      add: 'Add evidence',
      choose: 'Choose files',
      addHint: 'Photos, videos, recordings, papers. Drop them here, or take a picture.',
      list: 'Evidence',
      open: ({ name }) => `Look closely at ${name}`,
      next: 'Next',
      previous: 'Previous',
      of: ({ at, all }) => `${at} / ${all}`,
      keep: 'Save',
      keepPlaceless: 'Save without the place',
      keepOriginal: 'Save the original',
      hasPlace:
        'This photo tells where it was taken. What is shown here does not; the original keeps it, and the fingerprint is that of the original.',
      openPdf: 'Open in another tab',
      notShown: 'This format cannot be shown here. Save it and open it with a program for it.',
      misnamed:
        'The ending of the name does not fit the bytes. Ask the customer before opening it.',
      added: ({ by }) => `from ${by}`,
      hash: 'Fingerprint (SHA-256)',
      kinds: {
        photo: 'Photo',
        video: 'Video',
        sound: 'Recording',
        document: 'Document',
        other: 'File',
      },
    },
    refusals: {
      'complaints.evidence-empty': 'This file is empty. Check it and choose it again.',
      'complaints.evidence-too-large': ({ megabytes }) =>
        `A file may have ${megabytes.toLocaleString('en')} MB. Send a shorter video, or one of lower quality.`,
      'complaints.evidence-too-many': ({ most }) =>
        `${most.toLocaleString('en')} files can be added. Choose the important ones and tell us about the others.`,
      'complaints.evidence-too-late':
        'Files cannot be added to this any more. Please contact us and send them anew.',
      'complaints.evidence-crowded':
        'Too many files are arriving right now. Wait a moment and try again; the text can go ahead.',
      'complaints.evidence-for-nobody':
        'It is not clear which complaint this belongs to. Open the complaint and choose it again.',
      'complaints.evidence-missing':
        'That file was not found. Perhaps it was erased with personal data.',
    },
  },
})

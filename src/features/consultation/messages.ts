import { dictionary } from '#kernel/dictionary.ts'

/** Why something cannot be done at the desk, and what to do instead. */
export const consultationMessages = dictionary({
  ja: {
    refusals: {
      'consultation.missing': 'この相談は見つかりません。相談の一覧から開き直してください。',
      'consultation.nobody-there':
        '相談窓口の担当が、まだ決まっていません。書いた内容はこの画面に残っています。急ぐときは、都道府県労働局の総合労働相談コーナーにも相談できます。',
      'consultation.nobody-left':
        '知らせたくない人に、窓口の全員が入っています。一人は残してください。社内の誰にも話せないときは、都道府県労働局の総合労働相談コーナーに相談できます。',
      'consultation.door-shut':
        '送れませんでした。書いた内容は残っています。画面を開き直して、もう一度送ってください。',
      'consultation.code-unknown':
        'この合い言葉では開けません。文字の並びを、控えと見比べてください。',
      'consultation.no-such-check': '確認は、1か月、3か月、6か月のどれかで書いてください。',
      'consultation.no-consent': ({ tells }: { tells: string }) =>
        `「${tells}」に伝えてよいと、本人からまだ聞いていません。先に本人に確かめて、「希望」に書いてください。`,
      'consultation.not-closed': ({ lacks }: { lacks: readonly string[] }) =>
        `終える前に、${[
          ...(lacks.includes('wish') ? ['本人の希望'] : []),
          ...(lacks.includes('told') ? ['本人に伝えた結果'] : []),
        ].join('と、')}を書いてください。`,
      'consultation.last-counsellor':
        '窓口に誰もいなくなります。先に、ほかの人を窓口に加えてください。',
      'consultation.only-role':
        'この人の役割は相談窓口だけです。先に、ほかの役割を付けてください。',
      'consultation.duty-untitled': '項目の名前を書いてください。',
      'consultation.no-evidence':
        '「できている」にするには、根拠を一つ加えてください。文書の名前と、置き場所で足ります。',
      'consultation.no-days':
        '「できている」にするには、行った日と、次に見直す日を選んでください。',
      'consultation.review-before': '見直す日は、行った日より後にしてください。',
      'consultation.files-full':
        '名前を伝えない相談に添えられる大きさを超えました。小さくするか、いくつかを選んで送ってください。',
      'consultation.held':
        'この相談は、手続きのために残すと決まっています。残す理由がなくなったら、先に「残す」を外してください。',
      'consultation.not-ended':
        'この相談は、まだ終わっていません。終えてから、決めた期間のあとに消せます。本人が望めば、いつでも消せます。',
      'consultation.kept-until': ({ until }: { until: string }) =>
        `この相談は ${until.replaceAll('-', '/')} まで残します。本人が望めば、いつでも消せます。`,
      'consultation.other-retention':
        '残す期間は、ほかの人が新しく決めています。開き直して、いまの期間を確かめてください。',
      'consultation.other-version':
        '方針は新しい版になっています。開き直して、いまの版を確かめてください。',
    },
  },
  en: {
    refusals: {
      'consultation.missing': 'This consultation was not found. Open it again from the list.',
      'consultation.nobody-there':
        'Nobody works at the consultation desk yet. What you wrote stays on this page. If it is urgent, the prefectural labour bureau also listens.',
      'consultation.nobody-left':
        'You have excluded everybody at the desk. Leave one person. If nobody in the company will do, turn to the prefectural labour bureau.',
      'consultation.door-shut':
        'It could not be sent. What you wrote is kept. Open the page again and send it once more.',
      'consultation.code-unknown':
        'This code opens nothing. Compare it letter by letter with your note.',
      'consultation.no-such-check': 'A check is written for one, three or six months.',
      'consultation.no-consent': ({ tells }) =>
        `The person has not said that “${tells}” may be told. Ask them first and write it down as a wish.`,
      'consultation.not-closed': ({ lacks }) =>
        `Before closing, write down ${[
          ...(lacks.includes('wish') ? ['what the person wants'] : []),
          ...(lacks.includes('told') ? ['what the person was told'] : []),
        ].join(' and ')}.`,
      'consultation.last-counsellor':
        'Nobody would be left at the desk. Put somebody else on it first.',
      'consultation.only-role': 'The desk is this member’s only role. Give them another one first.',
      'consultation.duty-untitled': 'Give the item a name.',
      'consultation.no-evidence':
        'To call it done, add one piece of evidence: the name of a document and where it lies.',
      'consultation.no-days':
        'To call it done, choose the day it was done and the day of its review.',
      'consultation.review-before': 'The review comes after the day it was done.',
      'consultation.files-full':
        'Files of a consultation without a name may not be that large together. Make them smaller or send fewer.',
      'consultation.held':
        'It was decided to keep this for a procedure. Once that is over, end the hold first.',
      'consultation.not-ended':
        'This is still open. It can be erased after its end and its period, or whenever the person wishes.',
      'consultation.kept-until': ({ until }) =>
        `This is kept until ${until}. If the person wishes, it can be erased at any time.`,
      'consultation.other-retention':
        'Somebody has decided another period meanwhile. Open the page again.',
      'consultation.other-version': 'There is a newer version of the policy. Open the page again.',
    },
  },
})

import { dictionary } from '#kernel/dictionary.ts'

type Needs = { needs: readonly { readonly code: string; readonly words: string }[] }

type Sentences = Readonly<Record<string, (words: string) => string>>

const needsJa: Sentences = {
  addressee: () => '宛名がありません。お名前か会社名を入れてください。',
  'addressee-long': (words) =>
    `宛名「${words}」は40字を超えていて、一行に収まりません。短くするか、会社名と部署に分けてください。`,
  address: () =>
    '窓付き封筒には、郵便番号と住所が要ります。入れるか、設定で窓付き封筒をやめてください。',
  'address-long': () =>
    '宛先が封筒の窓に収まりません。住所を短くするか、設定で窓付き封筒をやめてください。',
  sender: () =>
    '差出人の会社名がありません。管理者に、設定の「手紙の差出人」で決めてもらってください。',
  subject: () => '件名がありません。何についての手紙かを書いてください。',
  'subject-long': () => '件名が長すぎます。60字までにしてください。',
  text: () => '本文がありません。',
  blank: (words) => `「${words}」がまだ埋まっていません。`,
  'opening-typed': (words) => `本文の初めの「${words}」を消してください。頭語は自動で付きます。`,
  'closing-typed': (words) => `本文の終わりの「${words}」を消してください。結語は自動で付きます。`,
  'curt-apology': () =>
    '「前略」は挨拶を省く言葉で、お詫びには使えません。謹啓か拝啓を選んでください。',
  postscript: () => 'お詫び状に追伸は書けません。本文に入れるか、消してください。',
  enclosures: () =>
    '「同封」「添付」とありますが、同封物が書かれていません。同封するものを書いてください。',
  'upright-report': () => '報告書は表と写真があるので、横書きにしてください。',
}
const needsEn: Sentences = {
  addressee: () => 'There is no addressee. Enter a name or a company.',
  'addressee-long': (words) => `“${words}” has more than 40 letters. Shorten it or split it.`,
  address: () => 'A window envelope needs postcode and address.',
  'address-long': () => 'The address does not fit the window. Shorten it.',
  sender: () => 'There is no sender. Ask an administrator to set the letterhead.',
  subject: () => 'There is no subject.',
  'subject-long': () => 'The subject is too long: 60 letters at most.',
  text: () => 'There is no text.',
  blank: (words) => `“${words}” is not filled in yet.`,
  'opening-typed': (words) => `Remove “${words}” from the text; it is put in for you.`,
  'closing-typed': (words) => `Remove “${words}” from the text; it is put in for you.`,
  'curt-apology': () => '前略 does not suit an apology. Choose 謹啓 or 拝啓.',
  postscript: () => 'A letter of apology has no postscript.',
  enclosures: () => 'The letter mentions an enclosure, but none is listed. List what goes along.',
  'upright-report': () => 'A report has tables and pictures: set it in lines.',
}

const warningsJa: Sentences = {
  overfull: (words) =>
    `「${words}」は切れ目がなく、紙の幅に収まりません。短くするか、途中に空白を入れてください。`,
  turned: () => '長いURLは、縦書きでは横に倒れて読みにくくなります。同封の紙に書くと親切です。',
  'table-upright': () => '縦書きでは、表は一行ずつの言葉になります。',
  'no-address': () => '住所がありません。投函するときは、封筒に書いてください。',
}
const warningsEn: Sentences = {
  overfull: (words) => `“${words}” has no place to break and is wider than the sheet. Shorten it.`,
  turned: () => 'A long address of the web lies on its side in columns.',
  'table-upright': () => 'In columns a table becomes lines of words.',
  'no-address': () => 'There is no postal address. Write it on the envelope.',
}

const sayOne =
  (sentences: Sentences) =>
  ({ code, words }: Needs['needs'][number]): string =>
    sentences[code]?.(words) ?? ''

function said(sentences: Sentences, { needs }: Needs): string {
  return needs.map(({ code, words }) => sentences[code]?.(words) ?? '').join('')
}

export const typesettingMessages = dictionary({
  ja: {
    words: { need: sayOne(needsJa), warning: sayOne(warningsJa) },
    refusals: {
      'letters.paper-incomplete': (data: Needs) => `まだ印刷できません。${said(needsJa, data)}`,
      'letters.paper-unprintable': ({ words }: { words: string }) =>
        `「${words}」は、印刷できない文字です。ほかの書き方に替えてください。文面は残っています。`,
      'letters.paper-picture':
        '報告書に入れる写真を読み込めません。この件の資料から、写真を選び直してください。',
      'letters.paper-missing': 'その手紙は見つかりません。画面を開き直してください。',
      'letters.paper-inside':
        '報告書は社内のものなので、投函を記録できません。お客様には、回答書かお詫び状をお送りください。',
      'letters.posted-already':
        'この手紙の投函は、もう記録されています。日付や方法が違うときは、取り消してから記録し直してください。',
      'letters.posted-day': '投函した日は、印刷した日から今日までの日にしてください。',
      'letters.not-posted': 'この手紙の投函は、まだ記録されていません。画面を開き直してください。',
      'letters.window-unusable':
        '封筒の窓の大きさと位置を確かめてください。封筒（横235mm、縦120mm）に収まり、宛名が3行入る大きさが要ります。まだ保存していません。',
      'letters.letterhead-missing': 'その版は見つかりません。画面を開き直してください。',
      'letters.logo-unreadable':
        'ロゴの画像を読み込めません。PNGかJPEGの画像を選んでください。ほかの設定も、まだ保存していません。',
    },
  },
  en: {
    words: { need: sayOne(needsEn), warning: sayOne(warningsEn) },
    refusals: {
      'letters.paper-incomplete': (data) => `It cannot be printed yet. ${said(needsEn, data)}`,
      'letters.paper-unprintable': ({ words }) =>
        `“${words}” cannot be printed. Write it in another way; the text is kept.`,
      'letters.paper-picture': 'A picture cannot be read. Choose again from this case.',
      'letters.paper-missing': 'That letter was not found. Open the page again.',
      'letters.paper-inside': 'A report stays inside and cannot be posted.',
      'letters.posted-already':
        'That it was posted is recorded already. Take that back to record it anew.',
      'letters.posted-day': 'The day must lie between the day of printing and today.',
      'letters.not-posted': 'Nobody has recorded that it was posted. Open the page again.',
      'letters.window-unusable':
        'Measure the window again: it must lie within 235 × 120 mm and show three lines. Nothing was saved.',
      'letters.letterhead-missing': 'That edition was not found. Open the page again.',
      'letters.logo-unreadable':
        'The logo cannot be read. Choose a PNG or JPEG. Nothing was saved.',
    },
  },
})

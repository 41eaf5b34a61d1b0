/** What the company of the cast has written down about harassment by customers. */
export const policy = `みなと食卓は、お客様のお申し出を大切にします。そのうえで、働く人の尊厳を傷つける言動には、毅然と対応します。

・どなり声、侮辱、脅し、長い拘束などを、一人で受けなくてかまいません。すぐに上の人を呼んでください。
・続けられないと感じたら、通話を終えてよいかをSVに聞いてください。SVは、まず替わります。
・犯罪に当たり得るときは、会社が警察に相談します。
・起きたことは、言葉のまま記録に残します。
・相談したこと、事実の確認に協力したことで、不利に扱われることはありません。

困ったとき、迷ったときは、「相談窓口」へ。名前を伝えなくても相談できます。`

/** What shows some of the measures; the rest is still to do. */
export const duties = [
  {
    code: 'policy-stance',
    state: 'done',
    evidence: 'カスタマーハラスメント基本方針　社内ポータル「規程」',
  },
  { code: 'policy-how', state: 'partly', evidence: '応対マニュアル 第6章　お客様相談室の共有棚' },
  { code: 'desk-set', state: 'done', evidence: '相談窓口のご案内　休憩室の掲示' },
  {
    code: 'along-no-detriment',
    state: 'done',
    evidence: '就業規則 第41条の2　社内ポータル「規程」',
  },
] as const

/** One consultation under a name, as far as the desk has come with it. */
export const consultation = {
  words:
    'きのうの電話で「ばかか」「辞めろ」と40分ほど言われました。途中から手が震えて、電話が鳴るのが怖いです。大ごとにはしたくないのですが、少し休みたいです。',
  answer:
    '話してくださって、ありがとうございます。怖かったですね。きょうの受電は、替われるように手配できます。どうしたいかを、ゆっくりで大丈夫ですから、聞かせてください。',
  wish: '大ごとにはしたくない。きょうは電話から離れたい。室長には自分から話したい。',
  care: '受電から外れ、メールの担当へ。あす15分の面談。',
} as const

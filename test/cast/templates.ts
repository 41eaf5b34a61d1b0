import type { TemplateContent } from '#features/letters/templates/contract.ts'

/** The words that the company of the cast always says in one way. */
export const templates: readonly TemplateContent[] = [
  {
    name: '調査の途中経過',
    kana: 'ちょうさのとちゅうけいか',
    kinds: ['mail', 'letter'],
    subject: '',
    body: '{商品}の件（{受付番号}）は、{{いま調べていること}}を確かめております。\n{約束の日時}までに、{約束の内容}。\n\nお待たせしている間に気がかりなことがございましたら、このメールにご返信ください。',
  },
  {
    name: '交換品の発送',
    kana: 'こうかんひんのはっそう',
    kinds: ['mail'],
    subject: '{商品}の交換について',
    body: '{確認した事実}を確認いたしました。お届けした品でご不便をおかけしたことを、お詫びいたします。\n\n{ご提案}の手配を進めております。\nお届けの日　{{お届けの日}}\n送り状の番号　{{送り状の番号}}\n\nお手元の品は、お届けの際に配達の者へお渡しください。送料はいただきません。',
  },
  {
    name: 'お電話の時間のご相談',
    kana: 'おでんわのじかんのごそうだん',
    kinds: ['mail', 'talk'],
    subject: '',
    body: '{商品}の件で、お話をうかがいたいことがございます。\nご都合のよい日と時間を、二つほどお知らせいただけますか。{担当者名}がお電話いたします。',
  },
  {
    name: 'ご投稿へのお礼',
    kana: 'ごとうこうへのおれい',
    kinds: ['public-reply'],
    subject: '',
    body: 'ご投稿をありがとうございます。{会社名}でございます。\nお書きいただいた{{どの点}}は、担当の者が読み、社内で確かめております。',
  },
]

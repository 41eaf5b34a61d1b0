import { type Draft, sentenceAt } from './draft.ts'
import { type Flaw, placesOf, type Rule } from './rule.ts'

const refusal = {
  match:
    /(?:(?:ご?返品|ご?返金|ご?交換|お取り替え|ご?対応|お受け|お応え|お答え|ご案内|ご用意|お渡し|お出し|ご紹介|ご提供|お教え|変更|キャンセル|解約|お?取り消し|修理|値引き|お約束|ご説明|お繋ぎ|おつなぎ|お取り次ぎ|承る?こと|応じること|お話し|開示|お届け|配達|訪問|お伺い|受け付け|受付|確認|保証|補償|弁償|ご返却|ご希望(?:に)?)[^。、]{0,10}?)?(?:は|も|が|には?)?(?:でき(?:ません|かねます|ない決まり|ないことに|ないもの)|出来(?:ません|かねます)|(?:いたし|致し|し|応じ|受け|承り|添い|申し上げ|申し|答え|わかり|分かり|お受けし)かね(?:ます|る)|応じ(?:られ|ることはでき)ません|受けられません|承れません|お断り(?:し|いた|申|して)(?:ます|しま|し?ております|たします|上げます)?|対応して(?:い|お)り?ません|行って(?:い|お)り?ません|やって(?:い|お)り?ません|受け付けて(?:い|お)り?ません|無理(?:です|でござい|ですね)|不可(?:です|能です|能でござい|とさせ|となって)|沿(?:い|え)(?:かね|ません)|お引き受け(?:でき|いたしかね)|ご遠慮(?:いただ|ください|願)|だめです|ダメです|駄目です|わかりません(?:。|$|ね)|分かりません(?:。|$|ね)|ありません(?=。?$)|知りません)/gu,
  unless:
    /ませんか[。?]?\s*$|かどうか|でした|しておりませんでした|つながりません|ご確認いただけません|(?:お約束|断言|確約)(?:は|が)?(?:いた|でき|し|致)[^。]{0,6}が|(?:ない|ません)(?:わけ|こと)(?:は|で)|(?:申し訳|相違|間違い)|確認でき(?:ません|て)|でしょうか|ございましたら|分からない(?:こと|点)|お客様が/u,
}

const reason =
  /ため(?:に|、|で)?|ので|ことから|により|によって|につき|上の理由|の関係(?:で|上)|観点|おそれ(?:が|も)|恐れが|危険|法律|法令|個人情報|衛生|安全|在庫(?:が|も)(?:な|ござ|切)|生産(?:を)?終了|製造(?:を)?終了|期限(?:を|が)(?:過|経)|過ぎ(?:て|た)|からです|開封(?:済|後|され)|使用(?:済|後|され)|理由(?:は|と|につ)|と申しますのは|ますと、|ですと|満席|受注生産|特注/u
// 「規則ですので」 is a door shut with a word, not a reason.
const rulesOnly =
  /(?:規則|規定|規約|決まり|きまり|ルール|方針|社内(?:の)?(?:規定|規則|ルール)|マニュアル|システム)(?:です|でござい|となって|に(?:なって|より|よって)|で(?:決|定)|上|の(?:ため|都合|関係))[^。、]{0,12}/gu
const alternative =
  /代わり|かわり|代替|別の(?:方法|商品|日|形|品|プラン)|ほかの(?:方法|商品|日)|他の(?:方法|商品|日|サイズ|色)|であれば|でしたら|(?<!誠に申し訳ない)(?:な|た)らば?(?=、)|ならば|いかがでしょう|よろしければ|(?:できます|可能です|承ります|承れます|ご用意(?:いたし|し|でき)ます|ご案内(?:いたし|し|でき)ます|ご紹介(?:いたし|し|でき)ます|ご提案(?:いたし|し)|お選びいただけ|お申し込みいただけ|ご利用いただけます)|(?:いたしますので|しますので)|させていただきます|(?<!お断り)(?:いたします|差し上げます|お知らせします|お届けします|お電話します|お送りします|お伝えします|ご連絡します)|お時間を(?:いただ|頂)|方法(?:が|も)ござい|次回|次の[^。]{0,8}(?:から|より)|申し伝え|共有/u

const message =
  '理由も代わりもない断りです。お客様は門前払いと受け取ります。なぜできないかと、代わりにできることを添えてください。'

export const flatRefusal: Rule = {
  code: 'flat-refusal',
  why: '断りには、理由と、代わりにできることを添えます。',
  ok: ['開封後のため返品はお受けいたしかねますが、修理でしたら承ります。'],
  ng: ['返品はできません。'],
  find: (draft) =>
    draft.context.firm ? [] : placesOf(draft, refusal).flatMap((place) => bare(draft, place)),
}

function bare(draft: Draft, { start, end }: { start: number; end: number }): Flaw[] {
  const around = surroundings(draft, start, end)
  return reason.test(around.replaceAll(rulesOnly, '')) || alternative.test(around)
    ? []
    : [{ start, end, severity: 'warning', message }]
}

/** The sentence before, the rest of the own one, and the sentence after: there reason and way out are said. */
function surroundings(draft: Draft, start: number, end: number): string {
  const { sentences, text } = draft
  const own = sentenceAt(draft, start)
  const at = sentences.findIndex((span) => span.start === own.start)
  const from = sentences[at - 1]?.start ?? own.start
  const until = sentences[at + 2]?.end ?? sentences[at + 1]?.end ?? own.end
  return `${text.slice(from, start)}／${text.slice(end, until)}`
}

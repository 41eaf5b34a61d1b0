/** What we do for a customer, as noun or verb stem, in normalised text. */
const done =
  '連絡|電話|架電|[かお掛架]け直|お?話し?さ|折り?返|回答|返答|返事|返信|報告|知らせ|説明|案内|メール|伝え|申し伝|引き継|' +
  '発送|送付|郵送|送[りるらっ]|出荷|納品|納入|配送|配達|届|到着|着(?:き|く|予定|荷)|再送|転送|宅配|お出し|' +
  '返金|振り?込|入金|送金|返却|お?返し|払い戻|精算|清算|弁済|' +
  '交換|取り?替え|取り?換え|差し替え|修理|修繕|修復|工事|施工|作業|直[しり]|直る|直す|手配|用意|準備|対応|対処|処理|手続|' +
  '調査|調べ|確認|確かめ(?!られ)|検証|点検|検査|分析|究明|(?<!お?話し?を|ご意見を|ご事情を|お名前を|最後まで|状況を|経緯を|ご用件を|内容を|ご要望を|ご希望を|お声を|番号を)伺|訪問|参り|参上|まいり|お邪魔|持参|お持ち(?!くださ)|引き?取|回収|渡し|' +
  '完了|完成|仕上|終わ[りる]|終え|済ませ|復旧|復帰|再開|開始|稼働|更新|反映|入荷|提出|作成|仕立て|改善|是正|徹底|見直|掲載|公表|提示|提案|解決|' +
  '共有|検討|協議|判断|決定|決め|見積|査定|謝罪に|お詫びに|お詫び状|面談|相談し|設置|取り?付け|お迎え|間に合|進め|努め|努力|お時間を(?:いただき|頂)|' +
  'いたします|致します|させていただき|差し上げ|申し上げ|やります|行[いう]|実施|掛け(?:ます|る|させ|し|直)|かけ(?:ます|る|させ|し|直)|つなぎ|繋ぎ|形に'
export const act = new RegExp(done, 'u')

/** 「お届けは」 before the day: what happens on it. Not 受付, 締切 and the like. */
export const actAsTopic =
  /(?:お?届け|発送|出荷|納品|到着|着荷|配送|配達|入荷|ご?連絡|ご?回答|お?返事|ご?報告|返金|お?振り?込み?|入金|着金|修理|仕上がり|完了|完成|工事|作業|お?伺い|ご?訪問|交換|お?渡し|復旧|再開|送付|郵送|お?電話|調査(?:結果)?|開始|ご?説明|折り?返し|手続き|点検|設置|ご?案内|お届けできるの|ご?連絡できるの|送れるの|ご?用意できるの)(?:の)?(?:予定)?(?:日時?|時期|時刻|時間|目安|めど|見込み)?(?:の予定)?(?:は|が|につきましては|については|[::])[、\s]*(?:遅くとも|おそらく|早くて|次回は)?、?$/u

/** Words between the expression and the act that make it something else than our promise. */
const others: readonly RegExp[] = [
  // Said in spite of everything not to be promised.
  /(?:とは|とも|までに?とは|には?|は|を|の|中の|お?)(?:お約束|約束|確約|保証|断言)(?:は|も|が|を)?(?:でき|いたしかね|致しかね|しかね|申し上げ(?:られ|かね)|難し)|でき(?:ない|ません|かね)|かねます|兼ねます|難し|困難|無理|不可能|厳し|かもしれ|わかりかね|限りません|未定|間に合(?:いません|わない)|とは(?:いか|まいり)|ません(?!か)|わけでは|わけには|(?<!間違い|問題|滞り|遅滞|もれ|漏れ|相違)な(?:い|く|かった)(?!よう|限り)/u,
  // Asked of the customer, or done by the customer.
  /ください|下さい|くださ[るいり]|下さ[るり]|お願い(?:し|いた|致|でき|申|。|$)|願[いう](?:ます|ま|。|$)|(?<!せて|お時間を|お時間|お日にちを|ご猶予を|期間を)(?:いただ|頂)(?:け[ますれた]|き(?:たい|たく|た|ます(?!が、?弊|と、当)|、|ましたら)|ければ|こう)|幸いです|お待ちし|待って|なさ[いっる]|お越し|ご来店|ご?来社|いらっしゃ|おっしゃ|仰|お申し付け|ほしい|欲しい|もらえ|もらい|くれ(?:る|ま|な)|お寄せ|お支払いの(?:ほど|程)|(?:お支払い?|ご返送|ご返却|ご提出|ご返信|ご記入|ご入金|ご予約|お申し?込み?|ご応募|ご参加|ご確認|ご持参)(?=[。!]|$)|ご在宅/u,
  // Somebody else's words, or our words of thanks and apology.
  /と(?:の|いう|いった)?(?:こと(?!で進め)|ご?要望|ご?希望|ご?指定|お?話|お申し出|お?言葉|ご?依頼|ご?意見|仮定)|と(?:伺っ|聞い|お聞き|承っ|承り|言わ|いわ|お?約束した|お?約束しまし|お?伝えし(?:まし|て(?:い|お)|た)|ご?案内し(?:まし|て(?:い|お)|た)|申し上げ(?:まし|て))|ご希望で|ご指定で|(?:お詫び|謝罪|感謝|御礼|お礼|陳謝)(?!の?(?:お?手紙|に|品|状|文|のご|の電|のお電))(?:を)?(?:いた|申|し)|失礼(?:いた|し)|お待たせ|ありがと|有難|恐縮|祈念|お祈り/u,
  // Opening hours and other states.
  /営業(?=時間|して|い?たし|終了|開始|です|中|は|を|と|しており|いたし|。|$)|受付(?=時間|して|は|いた|終了|です|を|と|中|。|$)|受け付け|承って|承り(?:ます|まし)|開店|閉店|開館|閉館|開いて|定休|休業|休館|休診|お休み|休み(?:を|で|と|に)|休ませ|祝日|祭日|連休|土曜日ですので|日曜日ですので|締め?切|ラストオーダー|混み合|混雑|有効|期限|キャンペーン|セール|フェア|開催|発売|保管|お預かり|取り置き|席を外|(?:不在|外出|出張|出勤|出社|会議)(?=です|でござ|いた|し[てま]|中|で[すご]|となって|のため|$)|記念日|誕生日|休暇|満了|終了(?:いたし|し[てま]|させ|となり)|延長|創業|創立|経過|(?:回答|返答|返事|報告書|結果|連絡)が(?:届|来|入り|参り)|戻り(?:ます|ました(?!ら))/u,
]

/** 「本日のお電話」「27日にご購入の」: the date only says which one. */
const attributive =
  /^(?:(?:に|の)?[^。、]{0,8}(?:予定|見込み)(?:の(?!と|よう)(?=[一-龯ごお])|でした|だった|となっていた)|の[^。、]{1,10}の(?:件|お知らせ|ご案内|詳細|資料|内容|ご予約)|の(?:件|ご連絡は|ご?請求|ご?利用(?:料|分)|料金|お支払い|ご予定|お電話(?!を差|をいた|をさせ|いた|で(?:ご|お|の))|お話|ご来|ご連絡(?:(?:を)?(?:いただ|頂)|の件|内容|につ)|ご意見|内容|ところ|お問い?合わ?せ|ご指摘|ご用件|出来事|事故|事象|不具合|トラブル|会議|打ち?合わ?せ|お客様|お手続き(?:内容|の件)|ご対応|ご案内(?:の|内容)|お約束の(?!とおり)|ニュース|天気|気温|予約)|(?:に|の|にて)?(?:(?:ご|お)?(?:購入|注文|契約|申し?込み?|利用|買い?上げ|受領|来店|来社|発行|発表|発売|指摘|問い?合わ?せ)(?:の|され|いただ|頂|した|しまし|くださ|分|品)|受け(?:た|まし|取った|取りまし)|(?:届いた|(?:お?(?:預かり|届け|送り|送付|発送|案内|連絡|電話|伝え|伺い))した|伺った|いただ(?:いた|きまし)|頂(?:いた|きまし)))|付(?:け)?(?:の|で)|時点|現在|分の|発売|[^。、]{0,12}(?:いただいた|頂いた|いただきました|頂きました|くださった))/u

const conditional =
  /(?:たら|だら|れば|けれ?ば|なら|場合|でしたら|ますと|ないと|(?:する|来る|届く|いただく|頂く|なる)と、|とき(?:は|に)|際(?:は|に))(?!ば幸|でも|も)/u
const stillStands = /^(?:に|には)?なり(?:まし)?たら|^[^。]{0,4}、/u
const questionAhead =
  /(?:か[?。]?\s*$|か(?=[。?])|[??]\s*$|よろしいでしょう|いかがでしょう|ご都合は|ませんか|でしょうか)/u
const hedge = /か(?:と(?:存じ|思|考え)|ら|も)/u

const finite =
  /ま(?:す(?!と[、きす])|した(?!ら)|せん(?:でした)?|しょう)|で(?:す(?!と)|した(?!ら)|しょう)|(?:くだ|下)さい|ございま(?:す|した|せん)|だ(?=。|$|と|が、|けど|よ|から)|た(?=。|$|が、|けど|ので|のに|よ(?!う)|んで|と)|な[いく](?=。|$|ので|から|けど|が、|と(?!も))|(?:[るくすつむぬぶぐ]|[^よほそこど]う)(?=。|$|よ(?!う)|わ|ね|ので|から|けど|が、|と(?:いう|いっ|のこ|伺|お(?:聞|っ)|仰))/u
const plans =
  /予定|見込|見通し|運び|つもり|所存|はず|手はず|段取り|目処|めど|目標|心づもり|とおり|よう手配|よう準備|考えて|進めて/u

export type Verdict = { readonly end: number; readonly hasOwnAct: boolean }

type Place = {
  readonly sentence: string
  readonly start: number
  readonly end: number
  /** Where the next expression of time starts, if there is one. */
  readonly next: number | undefined
}

/** Is this expression of time the time of something we say we will do? And where do the words of it end? */
export function promisedIn(place: Place): Verdict | undefined {
  const { sentence, start, end, next } = place
  const rest = sentence.slice(end)
  if (attributive.test(rest) || isSetAside(sentence, start, rest)) return undefined
  const match = finite.exec(rest)
  const finiteEnd = match ? match.index + match[0].length : rest.length
  const bound = next !== undefined && next - end < finiteEnd ? next - end : undefined
  const mood = rest.slice(finiteEnd, finiteEnd + 16)
  const verdict = bound === undefined ? whole(place, rest, finiteEnd, mood) : chained(rest, bound)
  return verdict && !isAsked(rest.slice(finiteEnd))
    ? { ...verdict, end: end + verdict.end }
    : undefined
}

/** 「明日10時に発送し、」 before another date: its own act decides. */
function chained(rest: string, bound: number): Verdict | undefined {
  const clause = rest.slice(0, bound)
  const act = actIn(clause)
  if (!act || isOthers(clause) || conditional.test(clause)) return undefined
  if (/(?:ため|ので|から|につき|により|のに)、?[^、]{0,3}$/u.test(clause)) return undefined
  const trimmed = clause.replace(
    /(?:、|また|さらに|そして|その後|次に|改めて|遅くとも|\s|・)+$/u,
    '',
  )
  return { end: trimmed.length, hasOwnAct: true }
}

function whole(
  { sentence, start, end: saidUntil }: Place,
  rest: string,
  finiteEnd: number,
  after: string,
): Verdict | undefined {
  const clause = rest.slice(0, finiteEnd)
  const end = clause.replace(/[。、!?\s」』)]+$/u, '').length
  const topic = actAsTopic.test(sentence.slice(0, start))
  if (isOthers(clause) || isOver(clause, after)) return undefined
  if (conditional.test(clause) && !stillStands.test(clause)) return undefined
  if (/^と(?:の|いう|いった|伺|聞|お(?:聞|っ)|仰|言わ|いわ|承)/u.test(after)) return undefined
  if (/^と(?!思|存|も|考|お?約束(?:いたしま|しま)|こ)/u.test(after)) return undefined
  if (isFragment(clause, sentence.slice(0, start))) return { end, hasOwnAct: false }
  const isDone = /(?:です|ございます|だ)$/u.test(clause)
    ? plans.test(clause) ||
      topic ||
      /(?:の|でご?)?(?:発送|到着|お届け|出荷|ご?連絡|返金|完了|納品|手配|回答|配達|配送|ご?訪問)(?:で|と(?:なるの)?で)(?:す|ござい)/u.test(
        clause,
      )
    : actIn(sentence.slice(start, saidUntil) + clause) || topic
  return isDone && !isNoAct(clause) ? { end, hasOwnAct: true } : undefined
}

const actIn = (clause: string) => act.test(clause)
const isOthers = (clause: string) => others.some((way) => way.test(clause))
const isArranged = (clause: string) =>
  /(?:届|着|送|伺|でき|終わ|直)[^。]{0,8}よう(?:に)?[^。]{0,10}(?:手配|依頼|指示|準備|段取り|手続き)(?:を)?(?:いた|致)?しました$/u.test(
    clause,
  )
// 「届くよう手配いたしました。」 promises the day; 「届くよう手配しました品」 only says which one.
const isOver = (clause: string, after: string) =>
  !(isArranged(clause) && /^(?:[。、!]|$|ので|が)/u.test(after)) &&
  (/(?:ました|でした|った|いた|した|んだ|えた)$/u.test(clause) ||
    /(?:済み|ずみ)(?:です|で|。|$)/u.test(clause))
const isNoAct = (clause: string) =>
  /^(?:[^。]{0,8}で)?(?:[0-9]+[年月週]|.{0,6}目に)なります/u.test(clause)

/** 「明日の17時まで」, as one enters it, with nothing else around. */
function isFragment(clause: string, before: string): boolean {
  return (
    /^(?:の間|中|くらい|ぐらい|頃|ごろ)?(?:まで|には?|までには?|に|を?(?:目処|めど|目途)に?)?[。!、\s」]*$/u.test(
      clause,
    ) &&
    /^[\s「『、。・]*(?:(?:では|じゃあ|はい|えー?と?|あの|承知しました)、?)?(?:遅くとも|必ず|期限[は::]?|約束[は::]?)?[\s、]*$/u.test(
      before,
    )
  )
}

/** 「お約束はできませんが、明日…」, 「もし明日…」, 「明日ではなく」. */
function isSetAside(sentence: string, start: number, rest: string): boolean {
  const before = sentence.slice(0, start)
  return (
    /(?:もし(?!も?し)|仮に|万一|万が一|たとえば|例えば|早ければ|早くて)[^。]*$/u.test(before) ||
    /(?:(?:の|た|る|い)場合(?:に)?は?|であれば|でしたら|なら(?:ば)?)、?[^。、]{0,12}$/u.test(
      before,
    ) ||
    /^[^。、\d]{0,12}?(?:場合(?:に)?は|であれば|でしたら)、?$/u.test(before) ||
    /(?:^|[、。]|確実な|確かな|はっきり(?:と|した|とした)?)(?:お約束|確約|断言)(?:まで)?は?(?:でき(?:ません|ない|かね)|(?:いた|致)?しかね)[^。]{0,6}が?、[^。]*$/u.test(
      before,
    ) ||
    /^(?:まで|中|に|のこと|で|という(?:の|わけ|こと))?(?:では|じゃ)(?:な[くい]|あり|ござい)/u.test(
      rest,
    ) ||
    /^[^。]*(?:が|けれど|けれども|けど|ものの)、?[^。、]{0,4}(?<!時間は?|時間まで|時刻)(?:お約束|確約|断言|保証)(?:まで)?(?:は|も)?(?:でき(?:ません|ない|かね)|(?:いた|致)?しかね)/u.test(
      rest,
    )
  )
}

function isAsked(after: string): boolean {
  if (/^(?:ので|から|ため)/u.test(after)) return false
  const clause = after.split('。')[0] ?? ''
  return questionAhead.test(clause) && !hedge.test(clause.slice(0, 6))
}

import {
  conditional,
  isAsked,
  isNegated,
  isOver,
  isReported,
  isState,
  nextFinite,
} from './predicates.ts'

// What we do for a customer, by the stems of nouns and verbs, in normalised text.
const stems =
  '連絡|電話|架電|話し|答|返(?!品)|知らせ|説明|案内|メール|伝え|申し(?:伝|上げ|送)|報告|(?<![%割])引[きく]|送(?!料)|出(?!席|社|張)|発(?![売表行車])|届|着|配[送達]|納|入[金荷]|振り?込|払い戻|戻し|精算|清算|弁済|渡|持|運び(?=入れ|込み|ま)|換|替|変更|修|直[しりるす]|工事|施工|作業|用意|準備|手配|対応|対処|処理|手続|調査|調べ|確認|確かめ|検|点検|分析|(?<!を)伺|うかがい(?=ます)|訪|参[りる]|参上|まいり|上が[りる]|邪魔|取[りる]|回収|完了|完成|終[わえ]|済ま|復|再|開始|稼働|更新|反映|提[出示案]|作成|仕|改|是正|徹底|見直|見積|掲載|公表|解[決消]|共有|協議|判断|決[めま定]|査定|謝罪に|お詫び(?:に|状|の(?:品|電|お電))|面談|相談し|設|迎え|間に合|進め|努|集荷|特定|付け|差し上げ|やります|行[いうかきく]|実施|掛け(?=ま|る|さ|し|直)|かけ(?=ま|る|さ|し|直)|つな[ぎげ]|繋|形に|向か[わい]|お時間を(?:いただ|頂)'
const act = new RegExp(stems, 'u')

/** 「お届けは」 before the day: what happens on it. Not 受付, 締切 and the like. */
export const actAsTopic = new RegExp(
  `(?:お|ご)?(?:${stems}|結果|書面)[^、。はがも]{0,10}(?:は|が|も|につきましては|については|には|ですが、?|:)[、\\s]*(?:遅くと?も|おそらく|早くて|次回は)?、?$`,
  'u',
)

// Done by the customer, or asked of them.
const customers =
  /(?<!せて|お時間を|お時間|お日にちを|ご?猶予を|期間を|[日分間月]|ほど)(?:いただ|頂)(?:け(?:[ますれた]|る$)|き(?:たい|たく|た|ます(?!が、?弊|と、当)|、|ましたら)|ければ|こう)|ほしい|欲しい|もらえ|もらい|くれ(?:る|ま|な)|(?:お客様|ご本人)(?:が|は)|(?:お支払い?|ご返送|ご返却|ご提出|ご返信|ご記入|ご入金|ご予約|お申し?込み?|ご応募|ご参加|ご確認|ご持参)(?=[。!]|$)/u

// 「本日のお電話」「27日にご購入の」: the date only says which one. 「元日を挟み」: it is not the time of anything.
const attributive =
  /^(?:(?:発|着)で(?:す|ござ)|の(?:受付|営業|診療|窓口|開館|上映|運行|運転)(?:時間)?(?:は|が|も)|を(?!め[どど]|目[処途標安指]|期[限日]|予定|も[っち]|以て|約束|重ね|進め)|(?:まで|以前)(?:に|の)?(?:受付|ご?注文|お申し?込み|ご?入金)?分は|(?:に|の)?[^。、]{0,8}(?:予定|見込み)(?:の(?!と|よう)(?=[一-龯ごお])|でした|だった|となっていた)|の[^。、]{1,10}の(?:件|お知らせ|ご案内|詳細|資料|内容|ご予約)|(?:まで|から)?の(?:よう|件|(?:会費|月謝|[^、。]{0,4}(?:料金|代金))(?=は|を|が)|ご連絡は|ご?請求(?!で|に)|ご?利用(?:料|分)|料金|お支払い|ご予[定約]|お電話(?!を差|をいた|をさせ|いた|で(?:ご|お|の))|お話|ご来|ご連絡(?:(?:を)?(?:いただ|頂)|の件|内容|につ)|ご意見|内容|ところ|お問い?合わ?せ|ご指摘|ご用件|出来事|事[故象]|不具合|トラブル|(?:会議|打ち?合わ?せ)(?!で[^す]|に)|お客様|お手続き(?:内容|の件)|ご対応|ご案内(?:の|内容)|お約束の(?!とおり)|ニュース|天気|気温|予約)|(?:に|の|にて)?(?:(?:ご|お)?(?:購入|注文|契約|申し?込み?|利用|買い?上げ|受領|来店|来社|発行|発表|発売|指摘|問い?合わ?せ)(?:の|され|いただ|頂|した|しまし|くださ|分|品)|受け(?:た|まし|取った|取りまし)|(?:届いた|(?:お?(?:預かり|届け|送り|送付|発送|案内|連絡|電話|伝え|伺い))した|伺った|いただ(?:いた|きまし)|頂(?:いた|きまし)))|付(?:け)?の|時点|現在|分の|発売|[^。、]{0,12}(?:いただいた|頂いた|いただきました|頂きました|くださった))/u

const plans =
  /(?<!ご)予定|見込|見通し|運び|つもり|所存|はず|手はず|段取り|目処|めど|目[標途安指]|心づもり|とおり|よう手配|よう準備|考えて|進めて/u
const plannedFor =
  /よう(?:に)?[^。]{0,10}(?:手配|依頼|指示|準備|段取り|手続き|調整|努め|進め)|こと[にと]なって/u
const usual = /(?:決まり|通例|通常|普通|原則|規[定則]|流れ)で(?:す|ございます)$/u
// What is open, valid or sold has its own dates.
const statesAsTopic =
  /(?:営業|[開閉](?:[店館場園校門演]|庁)|受付|窓口|締め?切り?|有効|(?<!回答の?|返事の?|連絡の?|対応の?|修理の?|報告の?)期限|保証|ラストオーダー|チェック(?:イン|アウト)|最終(?:入[館園場]|受付|便)|キャンペーン|セール|フェア|特売|クーポン|ポイントは|販売|発売|開催|募集|展示|定休日?|休業|診療|[賞消][味費]|会期|満[期了]|車検|更新日|(?:契約|購入|加入|誕生|創業|発行)日|お支払い?|引き?落と[し]?)[^。、]{0,10}(?:は|が|も)[、]?[^。]{0,6}$/u
const waiting =
  /(?:時間|猶予|日にち|期間|日数)(?:を|は)?[^、。]{0,12}(?:くださ|下さ|いただ(?:き(?:ま|た)|ければ)|頂(?:き(?:ま|た)|戴)|ちょうだい|賜)/u
const takesTime =
  /^(?:ほど|くらい|だけ)?、?(?:くださ(?:い|れば)|(?:いただ|頂)(?:けれ|き(?:ま|た))|頂戴)/u

export type Verdict = { readonly end: number; readonly hasOwnAct: boolean }

type Place = {
  readonly sentence: string
  readonly start: number
  readonly end: number
  /** Where the next expression of time starts, if there is one. */
  readonly next: number | undefined
}

// What hangs together in one sentence is not further apart.
const reach = 200

/** Is this expression of time the time of something we say we will do? And where do the words of it end? */
export function promisedIn({ sentence, start, end, next }: Place): Verdict | undefined {
  const before = sentence.slice(Math.max(0, start - reach / 2), start)
  const rest = sentence.slice(end, end + reach)
  if (attributive.test(rest) || isSetAside(before, rest)) return undefined
  const found = nextFinite(rest)
  const bound = next !== undefined && next - end < found ? next - end : undefined
  const said = sentence.slice(start, end)
  const verdict =
    bound === undefined ? whole({ before, said, rest }, found) : chained(before, rest, bound)
  return verdict && { ...verdict, end: end + verdict.end }
}

/** 「明日10時に発送し、」 before another date: its own act decides. */
function chained(before: string, rest: string, bound: number): Verdict | undefined {
  const clause = rest
    .slice(0, bound)
    .replace(/(?<=[しりきちみえけせれべげめて]、)[^、。]{1,20}(?:は|が|も)、?$/u, '')
    .replace(/(?:、|また|さらに|そして|その後|その上で|次に|改めて|遅くとも|それから|\s|・)+$/u, '')
  if (isParallel(before, rest, bound)) return { end: 0, hasOwnAct: true }
  const isDone =
    act.test(clause) ||
    (/(?:[^なとがてで][しりきちみえけせれべげめ]|[一-龯]い)$/u.test(clause) && clause.length > 4)
  if (!isDone || isOthers(clause) || conditional.test(clause)) return undefined
  if (wasDone.test(rest)) return undefined
  if (/(?:ため|ので|から|につき|により|のに)、?[^、]{0,3}$/u.test(clause)) return undefined
  if (isState(clause) || /(?:[あお]|が入)り$/u.test(clause) || /(?:は|が|も)$/u.test(clause))
    return undefined
  return { end: clause.length, hasOwnAct: true }
}

/** 「十時まで開け、翌朝のお食事もお出ししました」: what is said at the end is over, and so is all before it. */
const wasDone = /(?:まし|でし)た[。!\s]*$/u

/** 「お見積りは明日、工事は木曜です」: what is said at the end goes for both. */
function isParallel(before: string, rest: string, bound: number): boolean {
  const clause = rest.slice(0, bound)
  const shared = rest.slice(bound, bound + nextFinite(rest.slice(bound)))
  const isListed =
    /^(?:まで|に|は|の予定|中|以内|頃|ごろ)*、[^、。]{1,20}(?:は|が)、?$/u.test(clause) &&
    /(?:^|[、。])[^、。]{1,14}は$/u.test(before)
  return (
    (isListed ||
      /^(?:まで|に|は|中|で|ほど)*[^、。]{1,14}を、(?:[^、。]{1,8}は)?$/u.test(clause)) &&
    !statesAsTopic.test(before) &&
    !isState(shared) &&
    !isNegated(shared) &&
    !isReported(shared, '') &&
    !isOthers(shared)
  )
}

type Said = { readonly before: string; readonly said: string; readonly rest: string }

function whole({ before, said, rest }: Said, finiteEnd: number): Verdict | undefined {
  const clause = rest.slice(0, finiteEnd).replace(/[。、!?\s」』)]+$/u, '')
  const after = rest.slice(finiteEnd, finiteEnd + 60)
  const end = clause.length
  const asksForTime =
    takesTime.test(clause) ||
    (waiting.test(before.slice(-8) + clause) && !/^[にの][^。]*くださ/u.test(clause))
  if (isReported(asksForTime ? '' : clause, after) || isAsked(after)) return undefined
  if (asksForTime && !isNegated(clause)) return { end, hasOwnAct: true }
  if (isOthers(firstDeed(clause)) || isNegated(clause)) return undefined
  if (isOver(clause) && !isArranged(clause, after)) return undefined
  if (conditional.test(clause) && !stillStands.test(clause)) return undefined
  if (isFragment(clause, before)) return { end, hasOwnAct: false }
  return isPromised(before, said + clause, clause, after) ? { end, hasOwnAct: true } : undefined
}

/** 「発送し、届くまではコピーをお使いいただきます」: the time is that of the first deed. */
function firstDeed(clause: string): string {
  const first = clause.split('、', 1)[0] ?? ''
  return /[しりき]$/u.test(first) && act.test(first) ? first : clause
}

const stillStands = /^(?:に|には)?なり(?:まし)?たら|^[^。]{0,4}、/u

function isPromised(before: string, all: string, clause: string, after: string): boolean {
  const topic = actAsTopic.test(before)
  if (/^(?:まで|から|より)(?:と|で)[^、]{0,6}$/u.test(clause)) return false
  if (/(?:です|ございます|だ)$/u.test(clause)) {
    if (statesAsTopic.test(before) || usual.test(clause)) return false
    return plans.test(clause) || topic || nounIsDone.test(clause)
  }
  if (isState(firstDeed(clause))) return false
  if (/(?:[わまえ]り|切れ)ます$/u.test(clause) && statesAsTopic.test(before)) return false
  if (/[てで](?:お|い)(?:り)?ま?[する]$/u.test(clause))
    return plans.test(clause) || plannedFor.test(clause)
  if (/(?:に|と|も|は)なり(?:ます)?$/u.test(clause))
    return (topic || act.test(all)) && !/[0-9]+[年月週]|目に/u.test(clause.slice(0, 12))
  if (act.test(all)) return true
  const isLast = /^(?:[。!]|よ|ね|$)/u.test(after)
  return topic || (isLast && isPlainlyDone(clause) && !statesAsTopic.test(before))
}

// Whatever we politely say we do, on the last verb of a sentence, is promised; thinking and being are no deeds.
const isPlainlyDone = (clause: string) =>
  clause.endsWith('ます') &&
  !/(?:あり|ござい|存じ|思い|いただき|頂き|でき|られ|[^れさわけせ]れ|なり|要し|申し)ます$/u.test(
    clause,
  ) &&
  !/^まで(?!に)/u.test(clause)
const nounIsDone = new RegExp(
  `(?:${stems}|結果)[^、。済中日]{0,3}(?:で|と(?:なるの)?で)(?:す|ござい)`,
  'u',
)
const isOthers = (clause: string) => customers.test(clause)
// 「届くよう手配いたしました。」 promises the day; 「届くよう手配しました品」 only says which one.
const isArranged = (clause: string, after: string) =>
  /^(?:[。、!]|$|ので|が)/u.test(after) &&
  /(?:届|着|送|伺|でき|終わ|直)[^。]{0,8}よう(?:に)?[^。]{0,10}(?:手配|依頼|指示|準備|段取り|手続き|出|発送|送り)(?:を)?(?:(?:いた|致)?し)?ました$/u.test(
    clause,
  )

/** 「明日の17時まで」, as one enters it, with nothing else around. */
function isFragment(clause: string, before: string): boolean {
  return (
    /^(?:の間|中|くらい|ぐらい|頃|ごろ)?(?:まで|には?|までには?|に|を?(?:目[処途]|めど)に?)?[。!、\s」]*$/u.test(
      clause,
    ) &&
    /^[\s「『、。・]*(?:(?:では|じゃあ|はい|えー?と?|あの|承知しました)、?)?(?:遅くとも|必ず|期限[は::]?|約束[は::]?)?[\s、]*$/u.test(
      before,
    )
  )
}

const unsure = '(?:でき(?:ません|ない|かね)|(?:いた|致)?しかね)'
const beforeSetsAside = new RegExp(
  `(?:いただけ(?:れば|まし?たら)|(?:ござい|あり)ましたら)、?[^。、]{0,12}$|(?:もし(?!も?し)|仮に|万一|万が一|たとえば|例えば)[^。]*$|早(?:ければ|くて)も?[^。、]{0,4}$|(?:(?:の|た|る|い)場合(?:に)?は?|であれば|(?<!それ|そう|件)でしたら|(?<!それ|そう)なら(?:ば)?)、?[^。、]{0,12}$|^[^。、\\d]{0,12}?(?:場合(?:に)?は|であれば|(?<!それ|そう|件)でしたら)、?$|(?:^|[、。]|確実な|確かな|はっきり(?:と|した|とした)?)(?:お約束|確約|断言)(?:まで)?は?${unsure}[^。]{0,6}が?、[^。]*$`,
  'u',
)
const restSetsAside = new RegExp(
  `^(?:まで|中|に|のこと|で|という(?:の|わけ|こと))?(?:では|じゃ)(?:な[くい]|あり|ござい)|^(?:だ|です)?と(?!も)、?[^。、]{0,14}(?:聞|伺|書か|言わ|発表|表示)|^[^。]*(?:が|けれど|けれども|けど|ものの)、?[^。、]{0,4}(?<!時間は?|時間まで|時刻)(?:お約束|確約|断言|保証)(?:まで)?(?:は|も)?${unsure}`,
  'u',
)

/** 「お約束はできませんが、明日…」, 「もし明日…」, 「明日ではなく」. */
const isSetAside = (before: string, rest: string) =>
  beforeSetsAside.test(before) || restSetsAside.test(rest)

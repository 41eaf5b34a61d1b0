import { apologiesIn } from './apologies.ts'
import type { Draft } from './draft.ts'

/** The four points of a letter of apology (原因・影響・対応・再発防止), and the sentences that carry them. */
export type Point = 'cause' | 'impact' | 'response' | 'prevention'

const points: Readonly<Record<Point, RegExp>> = {
  cause:
    /原因(?!を(?:お)?(?:調べ|調査)(?:し|いた)て(?:いただ|ほし))|要因|理由(?:は|と|につ|といたし)|起因|(?:こと|もの|手違い|誤り|ミス|不備|漏れ|不足|遅れ|故障|不具合|間違い|取り違え|見落とし|行き違い|破損|停電|混乱|設定|判断|欠品|集中)(?:に|が)(?:よ(?:り|る|って)|起因|招い)|ため(?:に)?(?:に|と)?(?:発生|生じ|起き|起こ|でございま|です|と判明|と分か|とわか)|経緯(?:は|を|と|につ)|(?:調査|確認|お調べ)(?:いたし|し|の結果|した結果)[^。]{0,10}(?:ところ|結果)|(?:調査|確認)の結果|(?:して|ており|がさ|れて)(?:い)?なかった(?:ため|こと)|(?:誤って|間違えて|取り違えて|見落として|失念して)[^。]{0,30}(?:おりました|いました|しました|ました|ため)/u,
  impact:
    /影響(?!力)|対象(?:と|は|の|外|商品|期間|範囲)|該当(?:する|の|は|商品|期間)|(?:ほか|他|別)の(?:お客様|商品|お品|ご注文|店舗|方|製品|期間|情報|サービス)|同じ(?:時期|ロット|期間|商品|製品|日)(?:に|の|を|で)|同様の(?:事象|不具合|お申し出|お問い合わせ|事例|問題|症状)|範囲|被害|(?:ご迷惑|ご不便)を(?:おかけした|受けられた)(?:お客様|のは|方)|\d[\d,]*\s?(?:件|名|人|台|個|点|世帯|店舗|枚|通|袋|本|箱|社)(?!目)|のみ(?:で|に|と)(?:ござ|あ|発|確|限|な)|限られ|限定|すべての(?:お客様|商品|ご注文)|(?:お手元|ご自宅)に(?:届い|届か)[^。]{0,14}(?:の(?:は|が|で)|影響)|ご予定(?:に|が|を)|(?:使え|利用でき|ご使用いただけ|つながら|お使いいただけ)な(?:い|かった)(?:期間|間|状態|お客様)/u,
  response:
    /(?:返金|お返し|同封|ご用意|交換|お取り替え|お送り|発送|送付|お届け|再送|修理|お直し|手配|回収|お引き取り|引き取り|訂正|修正|再発行|お振り?込み|振り?込|払い戻し|代わり|代替|代品|新しい(?:商品|お?品|もの)|復旧|お電話|ご連絡(?!をいただ|いただ)|ご報告|ご案内|ご説明|お伺い|無償|減額|取り消し|点検|処置|対応|応急|お渡し|差し替え|お見舞い)[^。]{0,30}?(?<!いただき、ありがとうござい)(?:いたします|いたしました|致します|致しました|します|しました|させていただき|差し上げ|申し上げ|ております|済み|完了|できます|予定|参ります|まいります|行い)/u,
  prevention:
    /再発(?:の)?防止|再発を(?:防|なく)|今後(?:は|、|の|も|このような|同じ|同様)|以後(?:は|、|この|同)|二度と|(?:繰り返さ|起こさ|起き|発生し|生じ|ご迷惑をおかけし|ご不便をおかけし)(?:ない|ぬ|ません)(?:よう|ため|体制|仕組み)|徹底|見直|改善|改め(?!て)|強化|教育|研修|指導|(?:二重|ダブル|二人で|2人で)(?:の)?(?:チェック|確認)|チェック(?:体制|項目|リスト|の仕組み)|(?:手順|仕組み|体制|マニュアル|工程)を(?:[^。]{0,12})?(?:設け|変え|整え|作り|改|導入|定め)|再発しない/u,
}

// Beside another point, or beside the apology, only what plainly is done for the customer counts as response.
const plainResponse =
  /(?:お送り|同封|ご用意|発送|お届け|ご?返金|お返し|交換|修理|お取り替え|お?引き取り|再送|お?振り?込み?|払い戻し|再発行|訂正|手配)(?:の?(?:手続き|手配|処理))?(?:を|は)?(?:いたしま|致しま|させていただきま|しま|いたして|し、|いたし、|して)/u

/** Which points each sentence carries. The sentences that only apologise carry none. */
export function pointsOf({
  text,
  sentences,
}: Draft): { start: number; end: number; carries: Point[] }[] {
  return sentences.map(({ start, end }) => {
    const words = text.slice(start, end)
    const others = (['cause', 'impact', 'prevention'] as const).filter((point) =>
      points[point].test(words),
    )
    const isOther = others.length > 0 || /お詫び|申し?訳|陳謝/u.test(words)
    const responds = (isOther ? plainResponse : points.response).test(words)
    return { start, end, carries: responds ? [...others, 'response'] : others }
  })
}

/** Does this text owe the four points? Mail and letters that apologise, once there is more than a line. */
export function owesFourPoints(draft: Draft): boolean {
  return (
    (draft.kind === 'mail' || draft.kind === 'letter') &&
    draft.sentences.filter(({ start, end }) => draft.text.slice(start, end).trim().length > 3)
      .length > 1 &&
    draft.text.trim().length >= 40 &&
    apologiesIn(draft).length > 0
  )
}

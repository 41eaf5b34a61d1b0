// How the clause behind an expression of time ends: the last words of it say whether anything is promised.

const finite =
  /ま(?:す(?!と[、きす])|した(?!ら)|せん(?:でした)?|しょう)|で(?:す(?!と)|した(?!ら)|しょう)|(?:くだ|下)さい|ございま(?:す|した|せん)|だ(?=。|$|と|が、|けど|よ|から)|た(?=。|$|が、|けど|ので|のに|よ(?!う)|んで|と)|な[いく](?=。|$|ので|から|けど|が、|と(?!も))|る(?=(?:形|かたち|方向|段取り|予定)で、?(?:よろしく|お願い|進め))|(?:[るくすつむぬぶぐ]|[^よほそこど]う)(?=。|$|よ(?!う)|わ|ね|ので|から|けど|が、|と(?:いう|いっ|のこ|伺|お(?:聞|っ)|仰))/gu

// 「来週にはなりますが、お電話いたします」: said in passing, the act is still to come.
const inPassing =
  /(?:なり|恐れ入り|恐縮で|申し訳(?:あり|ござい)|おかけ(?:し|いたし)|お待たせ(?:し|いたし)|急では?(?:ござい|あり)?|勝手(?:で|なが))[^。、]{0,4}$/u

/** Where the first predicate of `text` ends that is not said in passing. */
export function nextFinite(text: string): number {
  finite.lastIndex = 0
  for (let match = finite.exec(text); match; match = finite.exec(text)) {
    const end = match.index + match[0].length
    const goesOn = /^(?:が|けれど|けど)/u.test(text.slice(end, end + 3))
    if (!goesOn || !inPassing.test(text.slice(0, end))) return end
  }
  return text.length
}

/** Where the predicates in a sentence end, the first four. */
export function predicateEnds(text: string): number[] {
  return [...text.matchAll(finite)].slice(0, 4).map((match) => match.index + match[0].length)
}

export const conditional =
  /(?:たら|だら|れば|けれ?ば|なら|場合|でしたら|ますと|ないと|(?:する|来る|届く|いただく|頂く|なる)と、|とき(?:は|に)|際(?:は|に))(?!ば幸|でも|も)/u

const negated =
  /ません(?!か)|(?<!間違い|問題|滞り|遅滞|もれ|漏れ|相違|少)(?:ない(?!よう|限り|うち)|なくな)|かね[まるて]|兼ね[まる]|難し|困難|無理|不可能|厳し(?:い(?![^、。]{0,4}(?:指導|注意))|く(?=な))|かもしれ|未定|(?:恐|おそ)れ|可能性|わけで|とは(?:いか|まいり)/u
export const isNegated = (clause: string) => negated.test(clause.slice(-18))

/** 「伺うことにいたしました」 is decided, not done. */
const isDecided = /(?:[るうくつぬむすぐぶ]こと[にと]|[うるく]?予定[にと])(?:いたし|致し|し)ました$/u

export const isOver = (clause: string) =>
  !isDecided.test(clause) && /(?:[^、。]た|んだ|(?:済み|ずみ)(?:です|で)?)$/u.test(clause)

const asks =
  /(?<!せて)(?:くだ|下)さ[いるり][ますせ]*$|お?願[いう](?:[ぁ-ん致]|申し上げ){0,10}$|幸いで|なさ[いっる]|お越し|ご来[店社]|いらっしゃ|おっしゃ|仰|お申し付け|お待ち|お寄せ|ご在宅/u
const hearsay =
  /と(?:の|いう|いった)?(?:こと(?!で|に)|ご?要望|ご?希望|ご?指定|お?話|お申し出|お?言葉|ご?依頼|ご?意見|仮定)|と(?:伺[っい]|聞[いき]|お聞き|承っ|承り|言わ|いわ|お?約束した|お?約束しまし|お?伝えし(?:まし|て(?:い|お)|た)|ご?案内し(?:まし|て(?:い|お)|た)|申し上げ(?:まし|て))|との(?:ご?(?:連絡|報告|回答|案内)|お知らせ|お返事)(?:を|が)[^。]{0,12}(?:受け|いただ|頂|来|あ[りっ]|入)|ご希望で|ご指定で|そうで(?:す|ございます)$/u

/** What somebody else says or shall do, in the clause or in what follows it. */
export function isReported(clause: string, after: string): boolean {
  return (
    asks.test(clause) ||
    hearsay.test(clause) ||
    /^と(?:の|いう(?!ことで(?!よろしい|いか))|いった|伺|聞|お(?:聞|っ)|仰|言わ|いわ|承)/u.test(
      after,
    ) ||
    /^と(?!思|存|も|考|お?約束(?:いたしま|しま)|こ|いうこ)/u.test(after)
  )
}

const question =
  /(?:か[?。]?\s*$|か(?=[。?])|[??]\s*$|よろしいでしょう|いかがでしょう|ご都合は|ませんか|でしょうか)/u
const hedge = /か(?:と(?:存じ|思|考え)|ら|も)/u

export function isAsked(after: string): boolean {
  if (/^(?:ので|から|ため)/u.test(after)) return false
  const clause = after.split('。')[0] ?? ''
  return question.test(clause) && !hedge.test(clause.slice(0, 6))
}

const states =
  '営業|値上げ|値下げ|休業|休[館診]|休(?=み|ま)|休[日暇]|定休日?|受け?付け?|承|開[店館場園校庁催演]|開いて|閉[店館場園校まじ]|締め?切り?|混[みん雑](?:合[いうっ])?|有効|[失]効|満了|期限|セール|フェア|キャンペーン|開か|発[売車]|販売|募集|保管|お?預か|取り置き|祝日|連休|不在|外出|出張|出[勤社]|会議|席を外|留守|記念日|誕生日|経過|過ぎ|(?<!手)続[きけ]|超え|(?<!お)迎え|挟[みん]|当た[りっ]|待|切れ|始ま|引き?落と|請求|(?<!取り|とり)かか[りっ]|終了|延長|創[業立]|違い|困り|分か|わか|降[りっ]|感謝|御?礼|失礼|恐縮|(?:お詫び|謝罪|陳謝)を?|ありがと|有難|祈念|お祈り|使[えわ]|お使い|使用|利用|引っ越|旅行|みなし|控え|戻り(?=ま)|止ま|変わ[りっ]|ようなこと|帰[りっ社]|伺って'
const state = new RegExp(
  `(?:${states})(?!に[おご上]|から|より|が|へ|直|替|換)を?(?:開始|再開|終[えわ])?(?:[ぁ-ん致頂戴]|申し上げ){0,16}$`,
  'u',
)

/** Being open, being closed, being thanked: nothing that is done by a day. */
export const isState = (clause: string) => state.test(clause.slice(-30))

// Pairs of variant and common form. 齋・齊 are kept apart from 斉 by their bearers, so 斎 and 斉 stay two.
const pairs =
  '髙高﨑崎碕崎嵜崎濵浜濱浜邊辺邉辺齋斎齊斉澤沢廣広國国會会學学應応對対當当實実證証壓圧關関辯弁辨弁瓣弁體体發発傳伝圖図舊旧處処聲声變変驛駅黑黒德徳惠恵榮栄眞真瀨瀬淺浅濟済櫻桜檢検權権條条來来兒児寫写廳庁彈弾總総續続繼継經経醫医釋釈錢銭鐵鉄險険雜雑靜静餘余齒歯佛仏假仮價価兩両劍剣勞労區区參参單単嚴厳團団圍囲壞壊壽寿奧奥寶宝專専將将屆届屬属巖巌帶帯廢廃徑径恆恒惡悪惱悩慘惨戰戦戲戯拂払擔担據拠擇択擧挙攝摂數数斷断曉暁樂楽樓楼橫横歐欧歡歓歸帰殘残氣気沒没涉渉淚涙溫温滿満滯滞潛潜澁渋燒焼爭争爲為狀状獨独獵猟產産畫画疊畳癡痴盜盗盡尽碎砕祕秘禮礼稱称稻稲穩穏竊窃粹粋絲糸縣県縱縦聯連聽聴肅粛腦脳膽胆臺台與与號号虛虚蟲虫蠶蚕衞衛裝装覺覚覽覧觀観觸触譯訳讀読讓譲豐豊貳弐賣売賴頼贊賛踐践輕軽轉転辭辞遞逓遲遅鄕郷釀醸鎭鎮鑛鉱陷陥隨随隱隠隸隷雙双靈霊顏顔顯顕飜翻驅駆騷騒髮髪鬪闘鷄鶏鹽塩麥麦點点黨党齡齢龜亀'

const usual = new Map<string, string>()
const letters = [...pairs]
for (let i = 0; i + 1 < letters.length; i += 2) {
  const [variant, common] = [letters[i] ?? '', letters[i + 1] ?? '']
  usual.set(variant, common)
}

export const kanjiVariants = {
  pattern: new RegExp(`[${[...usual.keys()].join('')}]`, 'gu'),
  usual: (kanji: string) => usual.get(kanji) ?? kanji,
}

import { wordingRules, writingKind, type WordingRule, type WritingKind } from '../contract.ts'
import { everyday } from './everyday.table.ts'

/** Whole sentences of everyday answers, with every rule they break: `words | rules | kind` (talk unless said). */
export const mixed = parse(`
このたびは弊社商品をお買い上げいただいたにもかかわらず、ご迷惑をおかけし大変申し訳ございません。 | vague-apology
ご期待に沿えず申し訳ございません。
配送の遅れによりご不便をおかけしましたこと、深くお詫び申し上げます。
お怪我をされたとのこと、心よりお見舞い申し上げます。
なるべく早めにお返事できるよう調整いたします。 | vague-promise
担当者が不在でしたので、後日こちらからご連絡差し上げます。 | vague-promise
弊社に過失がございますので、治療費は全額負担いたします。 | admits-liability promises-money
お客様のご要望は何でもお聞きします。 | promises-anything
今後は二度とこのようなミスがないよう徹底いたします。 | absolute-promise
絶対にお約束します。 | absolute-promise
それはできません。 | flat-refusal
ご返品は承っておりません。ご了承ください。 | flat-refusal
お客様がお読みになっていないだけかと思います。 | blames-customer
普通はそのような使い方はしません。 | blames-customer casual
ただいま大変混雑しておりましたので、対応が遅れました。 | excuse
弊社のシステムの問題で、ご案内ができませんでした。 | excuse
担当の田中が勝手に申し上げたことでございます。 | excuse
でも、お客様も確認されていませんよね。 | argues blames-customer
ですから何度もご説明しているとおり、返金はできません。 | argues flat-refusal
すみません、ちょっとわかりません。 | casual flat-refusal
一応、上の者に確認してみます。 | casual
ありがとうございます😊 | emoji
明日の10時にお詫びに参ります。 | visit-unasked unbacked-promise
今度の日曜日にお宅にお伺いします。 | visit-unasked unbacked-promise keigo
社長様がおっしゃられました。 | keigo
山田商事株式会社御中 佐藤様 | keigo
お客様がご覧になられた商品 | keigo
もしお気を悪くされたのであれば、お詫び申し上げます。 | conditional-apology
今回の件は誠に遺憾に思います。 | conditional-apology
誠に申し訳ございません。申し訳ございません。 | over-apology repeats-phrase vague-apology
お詫びの言葉もございません。土下座してお詫びいたします。 | over-apology
恐縮ですが、お電話番号をお教えいただけますでしょうか。
お客様のお怒りはごもっともでございます。
ご指摘の件、社内で共有し改善に努めてまいります。
交換品を本日発送いたしました。到着は11月26日の予定です。 | unbacked-promise
ご不便をおかけした三日分のご利用料は、規約に基づきお返しする手続きを進めます。 | promises-money
詳しい状況を確認させていただきたく、お手元の商品の型番をお知らせいただけますでしょうか。
恐れ入りますが、その件につきましては個人情報の保護のためお答えいたしかねます。
私どもの説明が不十分で、誤解を招きましたことをお詫び申し上げます。
ただいまお調べしますので、少々お待ちくださいませ。
了解いたしました。すぐに手配いたします。 | casual
それはお客様の責任ですので、弊社では対応できません。 | blames-customer flat-refusal
100％返金をお約束いたします。 | absolute-promise promises-money
先ほども申し上げましたが、そのようなことはございません。 | argues
原因が判明次第、ご報告いたします。 | vague-promise
どうせ直らないと思います。 | argues
お荷物が届いていないとのこと、ご心配をおかけしております。
誠意をもって対応させていただきます。
二度とご迷惑をおかけしないことをお約束いたします。 | absolute-promise
必ず担当者より折り返しご連絡いたします。 | absolute-promise
できる限りのことはさせていただきます。
お客様の使い方に問題があると思われます。 | blames-customer
大丈夫です、問題ございません。 | casual
ご連絡が遅くなりすみませんでした。 | casual
至急、担当部署に確認いたします。 | vague-promise
明日までに返金の可否をご連絡いたします。 | unbacked-promise
全額返金させていただきますので、口座番号をお知らせください。 | promises-money
お待たせして本当に申し訳ございません！ | emoji
とりあえず上司に確認しますね。 | casual vague-promise
弊社といたしましては責任を痛感しております。 | admits-liability
製造工程で不備があったことを認めます。 | admits-liability
恐れ入りますが、ご返品は承りかねます。 | flat-refusal
商品の不具合は弊社の検品ミスによるものです。 | admits-liability
交通費はこちらで負担させていただきます。 | promises-money
お詫びの印としてクーポン券を進呈いたします。 | promises-money
お客様だけがそのようなことをおっしゃっています。 | blames-customer
いつでもお気軽にお問い合わせください。
ご確認させていただきます。
ご説明不足で申し訳ございませんでした。
お時間を頂戴してしまい申し訳ございません。
平素より格別のご愛顧を賜り、誠にありがとうございます。
お客様には多大なご心配とご迷惑をおかけいたしましたこと、ここに深くお詫び申し上げます。 | vague-apology
レジでの打ち間違いがございましたこと、お詫び申し上げます。
お手元に届くのが遅くなり、申し訳ございませんでした。
早急に原因を究明いたします。 | vague-promise
検討して、また連絡します。 | vague-promise
修理にかかる費用は一切いただきません。 | promises-money
お車の修理代を弊社にて全額補償させていただきます。 | promises-money
今回の事故は、当社の整備ミスが原因です。 | admits-liability
当店スタッフの過失によりお召し物を汚してしまいました。 | admits-liability
何でもおっしゃる通りに対応いたします。 | promises-anything
お客様のご希望にはすべてお応えいたします。 | promises-anything
今後このようなことは決してございません。 | absolute-promise
絶対に間違いはありません。 | absolute-promise
お客様には、必ず説明書をお読みいただくようお願いしております。
お引き受けいたしかねます。 | flat-refusal
無理なものは無理です。 | flat-refusal
あいにく在庫を切らしておりますが、来週入荷いたします。 | unbacked-promise
説明書に書いてありますが、お読みになりましたか。 | blames-customer
お客様の思い違いかと存じます。 | blames-customer
弊社からの案内が誤解を招く表現でございました。
年末で忙しく、お返事が遅れました。 | excuse
システムエラーのため、私どもではどうにもなりません。 | excuse
新人が対応しましたので、行き届かない点がございました。 | excuse
だって、そういう仕様なんです。 | argues
お言葉を返すようですが、契約書にはそのようにございます。 | argues
先程から何度も申し上げております。 | argues
すいません、了解です。 | casual
マジですか。 | casual
なるほど、そういうことですね。 | casual
全然大丈夫です。 | casual
失礼しました(笑) | emoji
がんばります☆ | emoji
明後日、部長とご自宅へお詫びに伺わせていただきます。 | visit-unasked unbacked-promise
来週の水曜日にお伺いしてもよろしいでしょうか。 | keigo
元日に伺います。 | visit-unasked unbacked-promise
田中部長様へお送りください。 | keigo
お客様が申しておりました件ですが、確認いたしました。 | keigo
資料をご覧になられてください。 | keigo
どうぞお召し上がりください。
仮に不手際があったのでしたら、謝罪いたします。 | conditional-apology
ご不快な思いをされたのなら申し訳ございません。 | conditional-apology
担当者の説明が二転三転いたしましたこと、お詫びいたします。
大変申し訳ございません、心よりお詫び申し上げます、本当に申し訳ございませんでした。 | over-apology vague-apology
弁解のしようもございません。 | over-apology
明日の正午までに、担当の中村よりお電話を差し上げます。 | unbacked-promise
三日以内に代替品を発送いたします。 | unbacked-promise
先週の木曜日にご連絡を差し上げましたが、ご不在でした。
お支払い方法は銀行振込でございます。
返品の送料は弊社負担とさせていただきます。 | promises-money
ご返金の可否につきましては、社内で確認いたします。
そちらのご要望にはお応えできかねますが、同等の品でしたらご用意できます。
法令により、ご本人様以外にはお答えできません。
お客様のおっしゃることはもっともでございます。
お電話ありがとうございます。お客様相談室の中村でございます。
お客様の操作に誤りがあったのではないかと思われます。 | blames-customer
よくご確認いただければお分かりになると思います。 | blames-customer
他の方は皆さん納得されていますよ。 | blames-customer
お気持ちはお察しいたしますが、規則ですので。
いえいえ、そんなことはないですよ。 | argues casual
申し訳ございませんでした、以後気をつけます。 | vague-apology
お品物の交換、または返金にて承ります。
お時間をいただければ、詳しくお調べいたします。
じゃあ、明日電話しますね。 | casual unbacked-promise
調べときますので、待っててください。 | casual
このたびは、お買い上げいただいた電子レンジの扉が閉まらないとのこと、ご不便をおかけし申し訳ございません。原因は部品の寸法の誤りでございました。対象は10月に製造した200台でございます。新しい品を本日発送いたしました。今後は全数を検査してから出荷いたします。 |  | mail
商品の到着が遅れましたこと、お詫び申し上げます。台風による高速道路の通行止めが原因でございます。現在は通常どおり配送しております。 | missing-impact missing-response missing-prevention | mail
請求書の金額に誤りがございましたこと、深くお詫び申し上げます。正しい請求書を同封いたしました。今後はこのようなことのないよう、二人で確認いたします。 | missing-cause missing-impact | mail
お部屋の清掃が行き届いておりませんでしたこと、お詫び申し上げます。清掃後の点検を省いたことが原因でした。他のお部屋もすべて点検いたしましたが、同様の事象はございませんでした。宿泊料の一部をお返しする手続きをいたしました。 | missing-prevention | mail
お世話になっております。カスタマーサポートの佐藤でございます。お問い合わせの件、承知いたしました。よろしくお願いいたします。 |  | mail
田中様、口コミをいただきありがとうございます。先日ご宿泊いただいた305号室の件ですね。 | private-in-public | public-reply
ご来店ありがとうございました。スタッフの接客でご不快な思いをおかけしましたこと、お詫び申し上げます。 |  | public-reply
お客様の個人情報に関わるため、こちらでは詳細を控えさせていただきます。 |  | public-reply
お電話は090-1111-2222までとのことでしたので、折り返しました。 | private-in-public | public-reply
お届けした靴の左右のサイズが異なっていたとのこと、申し訳ございません。倉庫での取り違えが原因でございます。ほかのご注文への影響はございません。正しいサイズの靴を、本日発送いたしました。再発防止のため、箱詰めの際に左右を読み上げて確かめる手順を加えました。 |  | letter
ご予約の日にお席をご用意できず、誠に申し訳ございませんでした。予約台帳への記入漏れが原因でございます。次回ご来店の際は、個室をご用意いたします。予約の受け方を見直しました。 | missing-impact | mail
お約束のお時間に遅れましたこと、お詫び申し上げます。
お名前を間違えてお呼びし、大変失礼いたしました。
ご不安なお気持ちにさせてしまい、申し訳ございません。 | vague-apology
お子様が楽しみにされていたのに、残念な思いをさせてしまい申し訳ございません。
お会計でお待たせし、申し訳ございませんでした。
恐れ入りますが、当店ではお取り扱いがございません。 | flat-refusal
大変申し訳ございませんが、その日は満席でございます。
ご希望のお色は完売しておりますが、入荷しましたらご連絡いたします。
規約により、途中解約の場合の返金はいたしかねます。 | flat-refusal
おっしゃるとおりでございます。すぐに新しいものとお取り替えいたします。
お取り替えいたします。
無料でお取り替えいたします。 | promises-money
弊社負担で回収に伺います。 | promises-money
お見舞金として5万円をお支払いいたします。 | promises-money
今月のご請求は無料とさせていただきます。 | promises-money
次回使える割引クーポンをお送りします。 | promises-money
責任を持って最後まで対応いたします。
私が責任をもってお調べいたします。
こちらの不手際で大変ご迷惑をおかけしました。 | admits-liability
弊社の設計に問題がありました。 | admits-liability
100%弊社に非がございます。 | admits-liability
何でもお申し付けください。
できることがあれば何でもおっしゃってください。
全力で対応いたします。
再発防止に努めてまいります。
お客様が正しいと存じます。
今すぐお調べいたしますので、このままお待ちください。
順次ご案内いたします。
準備でき次第、お送りいたします。 | vague-promise
ご返事は近日中に差し上げます。 | vague-promise
のちほど担当者からお電話させます。 | vague-promise
可能な範囲で早めに対応します。 | vague-promise
いったん確認して折り返します。
確認のうえ、ご連絡いたします。
お客様ご自身で落とされたのではないですか。 | blames-customer
注意書きはお読みになりましたか。 | blames-customer
初期不良ではなく、お客様の過失と思われます。 | blames-customer
そのような使い方は想定しておりません。 | blames-customer
あいにく担当が席を外しておりまして、分かりかねます。 | excuse flat-refusal
私はその件を聞いておりませんので。 | excuse
他部署の管轄ですので、こちらではお答えできません。 | excuse flat-refusal
コロナの影響で人手が足りず、対応が遅れております。 | excuse
ですが、規約にはこのように書いてあります。 | argues
だから先ほどから言っているじゃないですか。 | argues casual
そうは言われましても。 | argues
お客様、それは違います。 | argues
なんで返品したいんですか。 | casual
ちょっと今わかる者がいないです。 | casual
やっぱり無理でした。 | casual
どうもすみません。 | casual vague-apology
そうなんですね、大変でしたね。 | casual
承知しました〜
ありがとうございます^^ | emoji
本当にごめんなさい(T_T) | emoji casual vague-apology
お待ちしております！ | emoji
それでは、これから担当者がお宅に伺います。 | visit-unasked
土曜の10時に集荷に伺います。 | visit-unasked unbacked-promise
お詫びに伺いたいのですが、ご都合はいかがでしょうか。
お客様がお越しになられるのをお待ちしております。 | keigo
ご注文いただいた商品をお持ちしてください。 | keigo
どちら様でいらっしゃいますか。
とんでもございません。
部長の佐藤様がお見えになりました。 | keigo
お客様の申された件 | keigo
担当者にお伺いください。 | keigo
もし弊社に不備がございましたら、お詫び申し上げます。 | conditional-apology
ご迷惑をおかけしたとしたら、申し訳ありません。 | conditional-apology
このような事態に至り、遺憾に存じます。 | conditional-apology
不快な思いをさせてしまったかもしれません。申し訳ございません。 | vague-apology
${everyday.trim()}
`)

function parse(lines: string): { text: string; breaks: WordingRule[]; kind: WritingKind }[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [text = '', codes = '', kind = 'talk'] = line.split(' | ')
      const breaks = codes.split(' ').filter((code) => code !== '')
      return {
        text,
        breaks: breaks.map((code) => ruleOf(code)),
        kind: writingKind.parse(kind.trim()),
      }
    })
}

function ruleOf(code: string): WordingRule {
  const rule = wordingRules.find((known) => known === code)
  if (!rule) throw new Error(`No rule: ${code}`)
  return rule
}

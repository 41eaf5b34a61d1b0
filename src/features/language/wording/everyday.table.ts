/** Half of the answers of mixed.table.ts, in its form. */
export const everyday = `
この度の不手際により、お客様に多大なるご迷惑をおかけいたしました。深くお詫び申し上げます。
ご迷惑をおかけいたしましたことを深くお詫び申し上げます。 | vague-apology
いろいろとご迷惑をおかけし、すみませんでした。 | vague-apology casual
発送ラベルの貼り間違いで別の方にお届けしてしまい、申し訳ございません。
お電話がつながりにくく、大変ご不便をおかけいたしました。
お詫びしてもしきれません。 | over-apology
誠に申し訳なく思っております。本当に、本当に申し訳ございません。 | over-apology vague-apology
全て弊社の落ち度でございます。 | admits-liability
事故の責任は当社にあります。 | admits-liability
弊社の説明に誤りがございました。 | admits-liability
製品の欠陥を認め、全額を補償いたします。 | admits-liability promises-money
現時点では、弊社の責任であるとは判断しておりません。
新品と交換のうえ、代金もお返しします。 | promises-money
ご迷惑料として5,000円をお支払いいたします。 | promises-money
買い替え費用はこちらで出させていただきます。 | promises-money
返金のお手続きについて、ご説明いたします。
お客様のおっしゃることは全てお受けいたします。 | promises-anything
いくらでも対応いたしますので、お申し付けください。 | promises-anything
どんなご要望でもお受けします。 | promises-anything
絶対に忘れません。 | absolute-promise
100％大丈夫です。 | absolute-promise casual
もう二度としません。 | absolute-promise
必ず改善いたします。 | absolute-promise
お出かけの前に、必ず鍵をご確認ください。
急いで確認いたします。 | vague-promise
後でお電話します。 | vague-promise
また改めてご連絡いたします。
近日中にはお返事できるかと存じます。 | vague-promise
調査が終わり次第ご連絡差し上げます。 | vague-promise
本日16時に折り返しお電話いたします。 | unbacked-promise
12月5日に代替品が届くよう手配いたしました。 | unbacked-promise
ご対応できません。 | flat-refusal
残念ながら返品はお受けできません。 | flat-refusal
弊社では分かりません。 | flat-refusal
そういったことはやっていません。 | flat-refusal
開栓された化粧品は衛生上の理由で返品をお受けできませんが、肌に合わない場合の相談窓口をご案内いたします。
本人確認ができないため、お調べいたしかねます。
お客様が間違った番号を入力されています。 | blames-customer
お客様のご理解が足りないようです。 | blames-customer
ご自分で壊されたのではありませんか。 | blames-customer
説明書通りに使っていれば壊れません。 | blames-customer
そのような苦情は初めてです。 | blames-customer
お客様の聞き間違いでしょう。 | blames-customer
担当者が休みでしたので、対応できませんでした。 | excuse
連絡ミスがありまして、私のところまで話が来ておりませんでした。 | excuse
パソコンの調子が悪くて、すぐに出せません。 | excuse
電話が集中していたためです。 | excuse
メーカーのミスなので、当店に責任はありません。 | excuse
そうおっしゃられても困ります。 | argues keigo
ですので、先ほどご説明したとおりです。 | argues
だから、できないと申し上げているんです。 | argues
いや、それはないと思います。 | argues
ちょっと無理ですね。 | casual flat-refusal
すいません、ちょっと確認してきます。 | casual
わかりました、やっておきます。 | casual
了解！ | casual emoji
なるほどですね、普通は起きないんですけど。 | casual
いつもありがとうございます♡ | emoji
すみませーん💦 | casual emoji vague-apology
今週土曜日にお宅へお詫びに上がります。 | visit-unasked unbacked-promise
明朝、工場長と一緒に御社へお伺いします。 | visit-unasked unbacked-promise keigo
訪問の日時はお客様のご都合に合わせます。
ご指定の11月30日10時に、集荷に伺います。 | unbacked-promise
お客様がおっしゃられていた件ですが。 | keigo
課長の田中様はおられますか。
うちの社長がおっしゃっていました。 | keigo casual
どうぞ拝見してください。 | keigo
お客様がいただいたメール | keigo
ご覧になられますか。 | keigo
ご質問がございましたら、担当者にお聞きしてください。 | keigo
お気を悪くされたなら謝ります。 | conditional-apology
失礼があったとすればお詫びいたします。 | conditional-apology
ご期待に反する結果となり、遺憾です。 | conditional-apology
ご不便をおかけし申し訳ございません。現在、復旧作業を進めております。ご不便をおかけし申し訳ございません。 | vague-apology over-apology repeats-phrase
お気持ちお察しいたします。まずは状況をお聞かせください。お気持ちお察しいたします。 | repeats-phrase
大切な結婚式の写真を失わせてしまい、お詫びの申し上げようもございません。 | over-apology
先日はお忙しい中お時間をいただき、ありがとうございました。
今後の対応につきましては、社内で協議のうえ、11月28日にご連絡いたします。 | unbacked-promise
お手数ですが、写真を撮って送っていただけますでしょうか。
ご指摘いただいた点は、接客の研修に取り入れます。
商品に不備があり、ご迷惑をおかけしましたことをお詫びいたします。
このような結果となりましたこと、誠に申し訳なく存じます。 | vague-apology
謹んでお詫び申し上げます。 | vague-apology
お返事を差し上げるのが遅れてしまい、大変失礼いたしました。
私が至らぬばかりに、伏してお詫び申し上げます。穴があったら入りたい気持ちです。 | over-apology
設置工事の際に床を傷つけたのは弊社の作業員の過失です。 | admits-liability
責任は弊社にあると考えております。 | admits-liability
当社の管理体制に不備がありました。 | admits-liability
弊社に責任があるかどうかは、調査の結果を待って判断いたします。
宿泊費は全額弊社で負担させていただきます。 | promises-money
お詫びに、次回ご利用いただける2,000円分の割引券を同封いたします。 | promises-money
病院の費用はお支払いします。 | promises-money
差額分を返金いたします。 | promises-money
返金のご希望につきましては、担当部署に申し伝えます。
お客様の望むようにいたします。 | promises-anything
なんでもおっしゃってください、すべて対応いたします。 | promises-anything
できることはすべてやらせていただきます。 | promises-anything
このようなことは絶対に起こらないようにいたします。 | absolute-promise
二度と同じ過ちを繰り返さないことをお誓い申し上げます。 | absolute-promise
必ずやご満足いただける品をお届けします。 | absolute-promise
カバーを外したまま絶対に運転しないようお願いいたします。
できるだけ早急に修理いたします。 | vague-promise
追って担当者より連絡させます。 | vague-promise
確認が取れましたら、速やかにご連絡いたします。 | vague-promise
この後すぐに担当者へつなぎます。
来週火曜日の午前中に、修理担当からお電話いたします。 | unbacked-promise
10営業日以内に審査の結果をお知らせします。 | unbacked-promise
そういうことはお受けしていません。 | flat-refusal
そのご要望にはお応えすることができません。 | flat-refusal
申し訳ございませんが、お取り替えは致しかねます。 | flat-refusal
ルールですから、例外は認められません。 | flat-refusal
お日にちが過ぎているため返品はできませんが、修理のご相談は承ります。
それはお客様が説明を聞いていなかったからです。 | blames-customer
入力ミスはお客様側の問題です。 | blames-customer
ご確認いただかなかったのですか。 | blames-customer
普通の方なら分かると思いますが。 | blames-customer
落としたりぶつけたりされませんでしたか。 | blames-customer
当店も人が足りておらず、手が回らない状況でして。 | excuse
あの者は派遣ですので。 | excuse
システムが古いもので、反映に時間がかかります。 | excuse
前の担当者がきちんと記録していなかったようでして。 | excuse
急な欠員が出まして、対応が追いつきませんでした。 | excuse
でもですね、こちらにも都合がありますので。 | argues
ですから、それはお客様のご負担になります。 | argues
いいえ、そのようなことは申し上げておりません。 | argues
先日お伝えしたはずですが。 | argues
ごめんなさい、ちょっと今混んでて。 | casual excuse vague-apology
ぶっちゃけ難しいです。 | casual
一応見てみますけど、多分無理です。 | casual flat-refusal
とりあえず、住所を教えてもらえますか。 | casual
お待たせしちゃってすみません。 | casual
ご確認ください♪ | emoji
ありがとうございましたヽ(^o^)丿 | emoji
本日18時頃、ご自宅に謝罪に伺います。 | visit-unasked unbacked-promise
営業担当が明日そちらに参ります。 | visit-unasked unbacked-promise
日曜の朝にお届けに上がります。 | visit-unasked unbacked-promise
お宅に伺う日は、改めてご相談させてください。
お客様がお召し上がりになられたお料理 | keigo
鈴木専務様によろしくお伝えください。 | keigo
書類をご持参してください。 | keigo
お客様が弊社へ参られた際 | keigo
あちらの窓口でお伺いください。 | keigo
ご注文は以上でよろしかったでしょうか。 | keigo
万一お気に障る点がございましたら、お詫び申し上げます。 | conditional-apology
説明不足と受け取られたのでしたら申し訳ございません。 | conditional-apology
今回の対応は誠に遺憾でございました。 | conditional-apology
ご不安な思いをされたことと存じます。
お怒りになるのも当然でございます。
貴重なお時間をいただき、恐れ入ります。
商品の返送先は、下記のとおりでございます。
担当者には厳しく指導いたしました。
再発防止策を、今月30日までに書面でお送りいたします。 | unbacked-promise
ご注文の取り消しが反映されておらず、申し訳ございませんでした。
大変ご迷惑をおかけしております。申し訳ございません。 | vague-apology
ご心労をおかけしましたことを、お詫びいたします。 | vague-apology
深くお詫びするとともに、重ねて陳謝いたします。 | over-apology vague-apology
弊社の製品が原因で火傷をされたことについて、全面的に責任を認めます。 | admits-liability
運転手のわき見が原因でした。弊社の責任です。 | admits-liability
ご返金は現金書留でお送りいたします。 | promises-money
傷んだお洋服は、弊社で弁償いたします。 | promises-money
お詫びのしるしに菓子折りをお持ちします。 | promises-money
今回の修理は料金をいただきません。 | promises-money
費用の負担についてはお約束できません。 | flat-refusal
言われたとおりにすべていたします。 | promises-anything
ご希望をすべて叶えます。 | promises-anything
何から何まで対応させていただきます。 | promises-anything
今後は絶対にミスをいたしません。 | absolute-promise
100%再発しないとお約束します。 | absolute-promise
なるべく早い時期にお伺いして説明いたします。 | vague-promise keigo
早急に社内で確認し、ご回答いたします。 | vague-promise
しばらくしてから改めてお電話いたします。 | vague-promise
担当者が戻りましたら折り返しお電話いたします。
本日中に結果をメールでお知らせします。 | unbacked-promise
12月15日までに全額をお振り込みいたします。 | unbacked-promise promises-money
お答えすることはできません。 | flat-refusal
そのような対応は行っておりません。 | flat-refusal
返品は一切受け付けません。 | flat-refusal
そちらの商品は保証の対象外です。 | flat-refusal
未成年の方には法律により販売できません。
お客様の保管状態に問題があったと思われます。 | blames-customer
何か変なことをされたのではないですか。 | blames-customer
申込書にご自身でサインされていますよね。 | blames-customer
皆さん普通に使っていらっしゃいます。 | blames-customer
ちゃんと説明を聞いていましたか。 | blames-customer
その件は本社が決めたことですので。 | excuse
人手が足りないもので、申し訳ございません。 | excuse
私も今日初めて聞いたものですから。 | excuse
システムの仕様で、変更ができません。 | excuse flat-refusal
それは運送会社の問題です。 | excuse
だから、最初からそう言っています。 | argues
でもお客様、前にもご了承いただいていますよね。 | argues
お客様のおっしゃっていることは間違っています。 | argues blames-customer
そう言われても、できないものはできません。 | argues flat-refusal
なんか届いてないみたいですね。 | casual
OK、すぐ送ります。 | casual
申し訳ないっす。 | casual vague-apology
全然構いませんよ。 | casual
すみません、多分こちらのミスです。 | casual admits-liability
承知しました(^-^) | emoji
早速のご返信ありがとうございます！！ | emoji
明日の夕方、社長と二人で謝罪に参ります。 | visit-unasked unbacked-promise
これから点検に伺います。 | visit-unasked
12月31日に回収に上がらせていただきます。 | visit-unasked unbacked-promise
お客様がお話しになられた内容を承りました。 | keigo
係長様宛にお送りください。 | keigo
何時ごろお越しになられますでしょうか。 | keigo
お客様が申し上げたいことは理解しております。 | keigo
ご覧いただきました資料
こちら、領収書になります。 | keigo
ご不便をおかけしたのだとしたら、申し訳なく思います。 | conditional-apology
そう感じられたのなら、お詫びいたします。 | conditional-apology
申し訳ございません。ただいま確認いたします。申し訳ございません。 | vague-apology over-apology repeats-phrase
ご指摘のとおり、表示の価格と請求の金額が異なっておりました。
差し支えなければ、ご連絡先をお聞かせください。
今回いただいたお声を、今後の品づくりに生かしてまいります。
お荷物は現在、名古屋の営業所にございます。
`

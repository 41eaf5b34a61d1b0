import { letterhead, type Letterhead } from '#features/letters/letterhead/contract.ts'
import type { TypedLetter } from '#features/letters/typesetting/contract.ts'
import { draftOf } from '#features/letters/phrasing/draft.ts'
import { aFact, aMeasure, anId, aPromise, aSource } from '#features/letters/phrasing/factory.ts'
import { aLetter, ourLetterhead } from '#features/letters/typesetting/factory.ts'

export type Sample = {
  readonly name: string
  readonly letter: TypedLetter
  readonly head: Letterhead
}

const japanese = letterhead.parse({ ...ourLetterhead, era: 'japanese' })
const windowed = letterhead.parse({ ...ourLetterhead, hasWindow: true })
/** Any picture will do: the one that is printed is drawn by the factory. */
const withLogo = letterhead.parse({ ...ourLetterhead, logo: 'AAAA' })

const photo = (n: number, caption: string) => ({
  evidenceId: `01939a00-0000-7000-8000-00000000000${n}`,
  caption,
})

const day = (state: 'decided' | 'done' | 'effective', on: string, words = '') => ({
  state,
  on,
  byName: '品質保証部長 大西',
  words,
})

/** Drafted from a record: a label that was wrong, why, and what was changed. Nobody has typed it. */
const recurrencePrevented = draftOf(
  'prevention',
  aSource({
    details: { product: 'お弁当の表示' },
    facts: [
      aFact(1, '幕の内弁当の表示に、アレルギーの「卵」が抜けていた'),
      aFact(2, '札を差し替える作業を一人で行い、ほかの者が見ていなかった', { topic: 'cause' }),
    ],
    concerns: [{ id: anId(3), words: '孫に食べさせるところだった', isSettled: false }],
    commitments: [
      aPromise(4, '県内の全8店の表示を調べ直す', '2026-09-25T17:00:00+09:00', { state: 'kept' }),
    ],
    measures: [
      aMeasure(5, {
        words: '調理の責任者と売り場の責任者が、別々に表示を確かめ、二人の署名を残す',
        state: 'effective',
        steps: [
          day('decided', '2026-09-14'),
          day('done', '2026-09-18'),
          day('effective', '2026-11-20', '64日間、表示の誤りは1件もない'),
        ],
      }),
    ],
  }),
).text

/** Ten situations in which somebody at the desk writes on paper. */
export const letters: readonly Sample[] = [
  {
    name: 'broken-teapot',
    head: windowed,
    letter: aLetter({
      kind: 'apology',
      recipient: {
        postcode: '1500001',
        address: '東京都渋谷区神宮前1-2-3　メゾン髙﨑505号室',
        name: '𠮷田 花子様',
      },
      number: 'U26-00123',
      subject: '急須の破損についてのお詫び',
      text: `このたびは、11月18日にお届けした急須の口が欠けておりましたことを、心よりお詫び申し上げます。
緩衝材が定めより1枚少ない箱を、そのまま出荷したことが原因でございます。同じ日に出荷した32件も調べ、ほかに破損はございませんでした。
お品代と送料は、下記のとおり11月30日までにお返しいたします。欠けた急須は、同封の伝票を貼って着払いでお送りください。
11月20日からは、箱を閉じる前に2人で緩衝材の数を確かめ、写真を残しております。同じことが起きないよう、この手順を全ての倉庫で続けてまいります。`,
      notes: [
        { text: 'お返しする金額　12,800円（ご指定の口座にお振り込みいたします）' },
        {
          text: '内訳',
          rows: [
            ['品名', '数量', '金額'],
            ['急須（常滑焼）', '1', '12,000円'],
            ['送料', '1', '800円'],
          ],
        },
      ],
      enclosures: ['返送用の伝票　1枚'],
    }),
  },
  {
    name: 'rude-reception',
    head: japanese,
    letter: aLetter({
      kind: 'apology',
      direction: 'vertical',
      recipient: { name: '渡邊 節子' },
      subject: '店頭での応対についてのお詫び',
      text: `11月15日に静岡店へお越しいただいた折、係の者がお話の途中で席を外し、お客様を40分お待たせいたしましたことを、深くお詫び申し上げます。
店長と係の者から話を聞き、当日の記録を確かめました。受付に1人しかおらず、電話が重なったときに代わりを頼む決まりもなかったことが、原因でございます。
お預かりした湯のみの修理は、11月27日に仕上がります。お届けは、ご都合のよい日をうかがってからにいたします。
11月24日から、受付には必ず2人を置き、席を外すときは代わりの者がお話を引き継ぐ決まりといたしました。いただいたお言葉は、店の全員で読みました。`,
    }),
  },
  {
    name: 'under-investigation',
    head: withLogo,
    letter: aLetter({
      kind: 'progress',
      recipient: { postcode: '980-0811', address: '仙台市青葉区一番町4-5-6', name: '髙橋 大輔' },
      number: 'U26-00131',
      subject: '電気ケトルの調査の経過について',
      text: `11月16日にお知らせいただいた電気ケトルの異臭について、これまでに分かったことと、これからの予定をお伝えいたします。品をお預けくださったことに、お礼を申し上げます。
お預かりした品は、11月18日に製造元の試験所へ送りました。外側とコードに傷や焦げはなく、いまは底の部品を分解して調べております。原因は、まだ分かっておりません。
調査の結果は、12月4日の17時までに、担当の小林からお電話でお知らせいたします。長引くときも、同じ日までにその理由と次の日取りをお伝えいたします。
調査のあいだは、11月20日にお届けした代わりの品をお使いください。お返しは、調査が終わってからで結構です。`,
    }),
  },
  {
    name: 'partly-accepted',
    head: ourLetterhead,
    letter: aLetter({
      kind: 'answer',
      recipient: {
        postcode: '530-0001',
        address: '大阪市北区梅田2-3-4',
        company: '株式会社なにわ亭',
        department: '購買部',
        position: '部長',
        name: '山﨑 健一',
      },
      number: 'U26-00140',
      subject: '納品の遅れに関するお申し出へのご回答',
      text: `11月12日にいただいたお申し出について、調べた結果と当社の考えをお答えいたします。
納品が2日遅れたのは、当社の手配の誤りによるものです。お待たせいたしましたことを、お詫び申し上げます。追加でかかった配送の費用は、契約書第8条にもとづき、当社が負担いたします。
いっぽう、翌週の売り上げについてのご請求は、同じ契約書の第12条で補償の対象から除いており、お受けできません。代わりに、次の2回は、費用をいただかずに優先の便でお届けします。
これからは、出荷の前日に貴社の購買部へ数と時刻をお知らせし、双方で確かめてまいります。`,
      notes: [
        {
          text: 'お申し出と回答',
          rows: [
            ['お申し出', '回答', 'よりどころ'],
            ['追加の配送費用', '当社が負担いたします', '契約書第8条'],
            ['翌週の売り上げ', 'お受けできません', '契約書第12条'],
            ['今後の確実な納品', '優先の便を2回', '当社の判断'],
          ],
        },
        { text: 'お振り込みの予定日　2026年12月10日' },
      ],
    }),
  },
  {
    name: 'declined',
    head: japanese,
    letter: aLetter({
      kind: 'refusal',
      recipient: { postcode: '810-0001', address: '福岡市中央区天神5-6-7', name: '德永 亮' },
      number: 'U26-00152',
      subject: '保証期間を過ぎた修理のご希望について',
      text: `オーブントースターを無償で修理してほしいとのご希望をうかがいました。長くお使いくださり、ありがとうございます。
この品の保証は、お買い上げから1年間と保証書に定めております。お買い上げは2023年10月で、期間を2年あまり過ぎているため、無償ではお受けできません。
有償の修理でしたら、部品の代金を含めて4,400円で承ります。新しい品への買い替えをご希望のときは、下取りとして2,000円をお引きいたします。どちらも12月25日まで、同じ条件でお受けいたします。
この回答にご納得いただけないときは、お住まいの地域の消費生活センター（電話188）にもご相談いただけます。`,
    }),
  },
  {
    name: 'keep-away',
    head: ourLetterhead,
    letter: aLetter({
      kind: 'warning',
      recipient: { postcode: '422-8067', address: '静岡市駿河区南町8-9', name: '鈴木 一郎' },
      number: '総務第26-018号',
      subject: '警告書',
      text: `貴殿は、下記のとおり、当社の静岡店において、従業員を大声で威圧し、退去の求めに応じない行為を繰り返されました。これらの行為は、従業員の安全を脅かし、ほかのお客様のご利用を妨げるものです。
当社は、貴殿に対し、このような行為を今後なさらないよう求めます。あわせて、2026年11月25日から、静岡店へのご来店をお断りいたします。
商品の不具合についてのお申し出は、引き続き、当社お客様相談室が書面で承ります。
この通知に反して来店された場合は、警察への通報を含む法的な措置を講じます。ご意見があるときは、本書の日付から14日以内に、書面でお知らせください。`,
      notes: [
        { text: '2026年11月10日 15:20　店内で約30分間、従業員に大声を上げた' },
        { text: '2026年11月14日 11:05　退去の求めに応じず、約50分間とどまった' },
        { text: '2026年11月19日 16:40　従業員の腕をつかみ、謝罪を強く求めた' },
      ],
    }),
  },
  {
    name: 'accident-report',
    head: ourLetterhead,
    letter: aLetter({
      kind: 'accident-report',
      recipient: { department: '品質保証部' },
      number: 'U26-00160',
      subject: '事故・苦情報告書（ガラスびんの破損によるけが）',
      text: `静岡市のお客様から、ドレッシングのびんの口が欠けており、右手の指を切ったとのお申し出があった。医療機関で2針の処置を受け、次の受診は11月27日である。
確認できた事実は、口の欠け（写真1）と、底の製造番号（写真2）である。お客様の開け方については、まだ確かめていない。
同じ製造番号の品は、県内の6店に240本を出荷している。11月21日12時に、全店の棚から引き上げた。
12月1日までに製造元から調査の結果を受け取り、原因と対策をこの報告書に加える。`,
      timeline: [
        { at: '11月20日 18:40', what: 'お客様から電話。けがの手当てと受診をお勧めした。' },
        { at: '11月20日 19:05', what: '品質保証部と店長に連絡。お客様の受診に店長が付き添った。' },
        { at: '11月21日 9:30', what: '現品をお預かりし、写真を撮って製造元へ送った。' },
        { at: '11月21日 12:00', what: '同じ製造番号の品を、6店の棚から引き上げた（回収218本）。' },
        {
          at: '11月22日 10:00',
          what: 'お客様に経過をお知らせし、次のご連絡を12月1日とお約束した。',
        },
      ],
      pictures: [photo(1, 'びんの口の欠け。長さ約4mm'), photo(2, '底の製造番号 L2609-14')],
    }),
  },
  {
    name: 'leaked-address',
    head: letterhead.parse({ ...japanese, numerals: 'side-by-side' }),
    letter: aLetter({
      kind: 'apology',
      direction: 'vertical',
      salutation: 'haikei',
      recipient: { company: '医療法人社団あおば会', department: '総務課' },
      number: '相談室第26-45号',
      subject: 'ご案内の宛名の誤りについてのお詫び',
      text: `11月17日に発送したご案内の封筒に、ほかの法人の宛名を印刷してお届けいたしましたことを、心よりお詫び申し上げます。
宛名のデータを差し替える作業で、1行ずれたまま印刷したことが原因でございます。対象は同じ日に発送した12通で、中のご案内に個人の情報は含まれておりません。
誤った封筒は、ご都合をうかがってからお引き取りにまいります。11月26日か27日でいかがでしょうか。お電話（054-000-0000）でお聞かせください。
今後は、印刷した宛名を名簿と2人で照らし合わせ、封をする前に、発送の記録（WMS）ともう一度突き合わせます。`,
      enclosures: ['正しい宛名のご案内　1通', '返信用封筒　1通'],
    }),
  },
  {
    name: 'recurrence-prevented',
    head: japanese,
    letter: aLetter({
      kind: 'progress',
      direction: 'vertical',
      recipient: { name: '斎藤 みどり' },
      subject: '再発防止の取り組みのご報告',
      text: recurrencePrevented,
    }),
  },
  {
    name: 'long-answer',
    head: windowed,
    letter: aLetter({
      kind: 'answer',
      recipient: {
        postcode: '060-0001',
        address: '札幌市中央区北一条西2-7-8',
        name: '佐藤 康弘',
      },
      number: 'U26-00171',
      subject: '炊飯器の不具合に関する調査結果のご回答',
      text: `10月28日にお預かりした炊飯器について、調べた結果をお答えいたします。毎日お使いになる品でご不便をおかけしたことを、お詫び申し上げます。
お申し出は、炊き上がりのあとに保温が切れること、ふたの縁から湯気が漏れること、取扱説明書の記載と実際の表示が違うことの3点でした。それぞれについて、確かめた方法と結果を次に述べます。
保温については、同じ条件で30回炊き、温度を1分ごとに記録しました。30回のうち4回、炊き上がりから約20分で保温が切れました。内ぶたの温度センサーの接点に、はんだの割れが見つかり、これが原因と分かりました。お手入れの仕方とは関わりがございません。
湯気については、ふたのパッキンの一部が、型から抜くときに0.4mm薄くなっていました。この厚さは当社の検査の基準（0.3mm以内）を外れており、出荷の検査で見逃したものです。
取扱説明書については、2026年4月に表示を改めたとき、説明書の12ページを直しておりませんでした。同じ説明書は1,860台に入れております。正しいページを当社のWebサイトに載せ、ご登録のお客様には郵便でお送りいたしました。
お預かりした品は、センサーとパッキンを新しいものに替え、もう一度30回炊いて、保温が切れないことを確かめました。修理の代金はいただきません。新しい品との交換をお望みのときは、この手紙が届いてから14日以内にお知らせください。
同じ時期に製造した412台については、11月30日までに、販売店を通じて無償の点検をご案内いたします。製造元では、はんだの検査を目視から撮影に改め、パッキンの厚さを1個ずつ測ることといたしました。当社でも、入荷のたびに10台を選び、30回炊いて確かめます。
点検の結果は、2027年2月26日までに、当社のWebサイトでお知らせいたします。お客様には、それより先に、担当の小林からお電話でご報告いたします。
ご不明な点は、お客様相談室（電話054-000-0000、平日9時から18時）にお尋ねください。`,
      notes: [
        {
          text: '調べた結果',
          rows: [
            ['お申し出', '原因', '対応'],
            ['保温が切れる', 'センサーのはんだの割れ', '部品の交換、412台の点検'],
            ['湯気が漏れる', 'パッキンの厚さの不足', '部品の交換、検査の変更'],
            ['説明書と表示の違い', '説明書の直し忘れ', '正しいページの送付'],
          ],
        },
        { text: '修理を終えた品のお届け　2026年11月28日 午前中' },
        { text: '保証の期間　お届けの日から1年間' },
      ],
      enclosures: ['修理の報告書　1部', '取扱説明書12ページ（改訂）　1枚'],
    }),
  },
]

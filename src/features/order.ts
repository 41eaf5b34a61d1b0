/**
 * THE list of rooms, in the order of a complaint's journey. A room may use the door of a room of lower rank;
 * same or higher rank is reached by event. The house test, the navigation and the docs read this list.
 */
export const order = [
  { room: 'access', rank: 0, ja: '誰が何をしてよいか。サインイン、役割、組織の壁、営業日。' },
  { room: 'audit', rank: 1, ja: '誰が何を読んだか。記録の封印（チェックポイント）の置き場。' },
  { room: 'language', rank: 1, ja: '日本語を読む三つの審判。合図、言葉づかい、約束の言い回し。' },
  {
    room: 'complaints',
    rank: 2,
    ja: '苦情そのもの。お客様の言葉、事実、要求、終了まで。起きたことは timeline に残る。',
  },
  { room: 'intake', rank: 3, ja: '受付。電話、Webフォーム、取り込み。' },
  {
    room: 'assessment',
    rank: 3,
    ja: '判断。初期評価と、法律の決まりによる期限。見立ては名のある人がする。',
  },
  { room: 'guide', rank: 3, ja: '応対ナビ。記録から、いま言う一言を決める。' },
  { room: 'remedies', rank: 3, ja: '回復。会社の規定で出せるもの、お客様の返事、合意。' },
  { room: 'commitments', rank: 3, ja: '約束。言葉、期限、担当。黙って破られることはない。' },
  {
    room: 'assignment',
    rank: 3,
    ja: '割り当て。窓口、得意なこと、在席、不在の代わり、応答の目標。',
  },
  {
    room: 'escalation',
    rank: 4,
    ja: '引き継ぎ。上司を呼ぶ、引き継ぎ票、申し送り、不在の引き渡し。',
  },
  { room: 'letters', rank: 4, ja: '文面。メールの返事、受付のご連絡、届かなかった知らせ。' },
  { room: 'supervision', rank: 5, ja: 'SVボード。通話中の応対者を見守り、ささやき、替わる。' },
  { room: 'webhooks', rank: 4, ja: '外への知らせ。起きたことを、署名を付けてほかの仕組みへ送る。' },
  {
    room: 'inquiries',
    rank: 5,
    ja: '部署照会。ほかの部署に聞く。一本のリンク、期限、催促、答え。',
  },
  {
    room: 'harassment',
    rank: 5,
    ja: 'カスハラ対応。そのままの言葉での判断、お願いから警察までの段階。苦情そのものは続く。',
  },
  {
    room: 'consultation',
    rank: 5,
    ja: '相談窓口。働く人の話を、名乗らなくても聞く。管理者にも見えない。事業主の措置の一覧も、ここにある。',
  },
  {
    room: 'protection',
    rank: 6,
    ja: '保護の記録。人を守るために、応対の記録とは別に残す。投稿の保全、期限、証拠一式。',
  },
  {
    room: 'wellbeing',
    rank: 6,
    ja: 'こころの手当て。受けた負担、休憩、仲間の言葉、調子の確認。本人だけのもの。',
  },
  {
    room: 'visits',
    rank: 5,
    ja: '訪問。計画、リスクの見立て、見守り、警報。だれも一人にしない。',
  },
  {
    room: 'chat',
    rank: 6,
    ja: 'チャット。お客様の小さな窓と、応対の机。一つの記録に、両側から書く。',
  },
] as const

import {
  agreeToJudgement,
  noteAppeal,
  proposeJudgement,
  readJudging,
  type HarassmentType,
  type MannerExample,
  type Verdict,
} from '#features/harassment/judging/contract.ts'
import { setStandards, startingThresholds } from '#features/harassment/standards/contract.ts'
import type { StaffKey } from '#test/cast.ts'
import type { Stage } from './play.ts'
import { memberIdOf, must } from './steps.ts'

type Scene = Pick<Stage, 'call' | 'scopeOf' | 'nextId'>
type Judged = {
  readonly by: StaffKey
  /** Somewhere in what the customer said. */
  readonly words: string
  readonly verdict: Verdict
  readonly types: readonly HarassmentType[]
  readonly manners: readonly MannerExample[]
  /** What speaks for the customer, where something does. */
  readonly right: string
  readonly reason: string
  readonly again?: { readonly of: string; readonly newFacts: string }
}

/** The company's own numbers, then conduct in every state: near to it, waiting, judged either way, and looked at again. */
export async function judgeConduct(scene: Scene, complaintIds: ReadonlyMap<string, string>) {
  const idOf = (key: string) => complaintIds.get(key) ?? ''
  await setOwnStandards(scene)
  await propose(scene, idOf('summoned'), summons)
  const judged = await propose(scene, idOf('threatened'), threat)
  await agree(scene, idOf('threatened'), judged, '録音で同じ言葉を確かめた。応対した人は替わる')
  const heard = await propose(scene, idOf('loud-and-right'), loud)
  await agree(scene, idOf('loud-and-right'), heard, '同じ見方。先に原因をお調べする')
  await lookAgain(scene, idOf('exposed'))
}

const summons: Judged = {
  by: 'kobayashi',
  words: 'いますぐ駅前の喫茶店まで出てこい',
  verdict: 'is',
  types: ['off-site'],
  manners: ['summons'],
  right: '皿の数が足りなかったのは、当社の入れ間違い',
  reason: '足りない皿は今日お届けできる。店の外へ呼び出す言い方は、用件に要らない',
}

const threat: Judged = {
  by: 'matsui',
  words: 'お前の家に火をつけてやる',
  verdict: 'is',
  types: ['threat'],
  manners: ['threat'],
  right: '約束の電話が二度なかった。申出そのものは正しい',
  reason: '電話がなかったことは正しい申出。家に火をつけるという言葉は、それとは別に止める',
}

const loud: Judged = {
  by: 'kobayashi',
  words: 'ふざけるな、三度も直らないものを売るのか',
  verdict: 'is-not',
  types: [],
  manners: [],
  right: '三度の故障は修理の記録で確かめた',
  reason: '声は大きいが、三度の故障への怒り。人に向けた言葉はない',
}

async function setOwnStandards({ call, scopeOf, nextId }: Scene) {
  const thresholds = { ...startingThresholds, callMinutes: 40 }
  const reason = '安全衛生委員会で決めた。長いご説明が要る品があるため、電話は40分とする'
  const deciderIds = [memberIdOf(scopeOf('kobayashi'))]
  const body = { id: nextId(), thresholds, deciderIds, reason }
  await must(call(scopeOf('takagi'), setStandards, { body }))
}

async function lookAgain(scene: Scene, complaintId: string) {
  const first = await propose(scene, complaintId, {
    by: 'matsui',
    words: 'もういい、SNSに書くぞ',
    verdict: 'is-not',
    types: [],
    manners: [],
    right: '説明が電話のたびに違っていた',
    reason: '書くというだけでは、範囲を超えない',
  })
  await agree(scene, complaintId, first, '体験を書くことは、お客様の自由')
  const again = await propose(scene, complaintId, {
    by: 'kobayashi',
    words: 'SNSにお前の名前と顔を晒してやる',
    verdict: 'is',
    types: ['online'],
    manners: ['posting'],
    right: '説明が電話のたびに違っていた。返金の申出は正しい',
    reason: '応対した人の名前と顔を出すという言葉が、そのあとにあった',
    again: { of: first, newFacts: '録音の続きに、名前と顔を出すという言葉があった' },
  })
  await agree(scene, complaintId, again, '続きを聴いた。返金の申出は、そのまま進める')
  const { call, scopeOf, nextId } = scene
  const params = { complaintId, judgementId: again }
  const body = { id: nextId(), words: '頭に血がのぼっていた。書くつもりはない' }
  await must(call(scopeOf('kobayashi'), noteAppeal, { params, body }))
}

async function propose(
  { call, scopeOf, nextId }: Scene,
  complaintId: string,
  judged: Judged,
): Promise<string> {
  const who = scopeOf(judged.by)
  const params = { complaintId }
  const { quotables } = await must(call(who, readJudging, { params }))
  const said = quotables.find(
    ({ text, speaker }) => speaker === 'customer' && text.includes(judged.words),
  )
  const [id, excerptId] = [nextId(), nextId()]
  const excerpts = [
    {
      id: excerptId,
      entryId: said?.entryId ?? '',
      words: judged.words,
      witnessId: memberIdOf(who),
      evidenceId: null,
    },
  ]
  await must(
    call(who, proposeJudgement, {
      params,
      body: { id, ...findingsOf(judged, excerptId), excerpts, targetIds: [] },
    }),
  )
  return id
}

function findingsOf(judged: Judged, excerptId: string) {
  const { verdict, types, right, reason, again } = judged
  const no = { answer: 'no' as const, words: '' }
  const yes = { answer: 'yes' as const, words: right }
  return {
    axes: axesOf(judged, [excerptId]),
    considered: { legitimate: yes, accommodation: no, 'own-fault': yes },
    types: [...types],
    verdict,
    reason,
    reconsiders: again?.of ?? null,
    newFacts: again?.newFacts ?? '',
  }
}

function axesOf({ verdict, manners, right, reason }: Judged, excerptIds: string[]) {
  const isSo = verdict === 'is'
  const finding = isSo ? ('beyond' as const) : ('within' as const)
  const yes = 'yes' as const
  const content = { finding: 'within' as const, words: right, excerptIds, examples: [] }
  const harm = isSo ? '応対した人が、次の電話を取れなかった' : '応対は続けられた'
  return {
    content: { ...content, hasReason: yes, isRelated: yes, isProportionate: yes },
    manner: { finding, words: reason, excerptIds, examples: [...manners] },
    harm: { finding, words: harm, excerptIds, examples: isSo ? ['fear' as const] : [] },
  }
}

async function agree(
  { call, scopeOf, nextId }: Scene,
  complaintId: string,
  judgementId: string,
  reason: string,
) {
  const params = { complaintId, judgementId }
  await must(call(scopeOf('sasaki'), agreeToJudgement, { params, body: { id: nextId(), reason } }))
}

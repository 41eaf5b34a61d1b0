import type { Step } from './story.ts'

/** A measure that was decided, done and seen to work, long before today. */
export const scales: readonly Step[] = [
  {
    at: [2, '11:00'],
    by: 'matsui',
    do: 'measure',
    key: 'scales',
    words: '冷凍便の箱は、閉じる前に重さを量り、保冷剤の数を確かめる',
    answeringFunction: 'logistics',
    ownerName: '岡本 健',
    decidedBy: '倉庫長 岡本 健',
  },
  {
    at: [4, '09:30'],
    by: 'matsui',
    do: 'move-measure',
    key: 'scales',
    state: 'done',
    byName: '岡本 健',
  },
  {
    at: [30, '10:00'],
    by: 'matsui',
    do: 'move-measure',
    key: 'scales',
    state: 'effective',
    byName: '岡本 健',
    words: 'その後の1,860箱に、保冷剤の入れ忘れは1件もない',
  },
]

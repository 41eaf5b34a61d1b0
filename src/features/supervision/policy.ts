import { desk, leaders, rule } from '#features/access/contract.ts'

/** The board, and everything that is done from it: watch, whisper, take over. */
export const canSupervise = rule('supervision.supervise', leaders)
/** Whoever may be asked for help or to take over. */
export const canBeTold = rule('supervision.be-told', desk)
/** Who watches is known to everybody at the desk: nobody is watched in secret. */
export const canSeeWatchers = rule('supervision.see-watchers', desk)
/** A whisper is answered by whoever has the call; the action looks at who that is. */
export const canAnswerWhisper = rule('supervision.answer-whisper', desk)

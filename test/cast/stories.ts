import { approvals } from './approvals.ts'
import { brokenBottle } from './broken-bottle.ts'
import { hardWords } from './hard-words.ts'
import { past } from './past.ts'
import { shardInSoup, writtenApology } from './hard-days.ts'
import { callTheBoss, lateDelivery, secondCall } from './phone-calls.ts'
import type { Story } from './story.ts'
import { allergyLabel, missingSpoons, oldCustomer, review, wrongChange } from './written.ts'

/** Oldest in the telling first; the player sorts them by their own dates. */
export const stories: readonly Story[] = [
  ...past,
  ...approvals,
  wrongChange,
  oldCustomer,
  writtenApology,
  brokenBottle,
  review,
  allergyLabel,
  lateDelivery,
  secondCall,
  shardInSoup,
  callTheBoss,
  missingSpoons,
  ...hardWords,
]

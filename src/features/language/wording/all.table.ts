import { absolutePromiseTable } from './absolute-promise.table.ts'
import { admitsLiabilityTable } from './admits-liability.table.ts'
import { arguesTable } from './argues.table.ts'
import { blamesCustomerTable } from './blames-customer.table.ts'
import { casualTable } from './casual.table.ts'
import { conditionalApologyTable } from './conditional-apology.table.ts'
import { emojiTable } from './emoji.table.ts'
import { excuseTable } from './excuse.table.ts'
import { flatRefusalTable } from './flat-refusal.table.ts'
import { missingPointTables } from './four-points.table.ts'
import { internalWordsTable } from './internal-words.table.ts'
import { keigoTable } from './keigo.table.ts'
import { longCauseTable } from './long-cause.table.ts'
import { overApologyTable } from './over-apology.table.ts'
import { privateInPublicTable } from './private-in-public.table.ts'
import { promisesAnythingTable } from './promises-anything.table.ts'
import { promisesMoneyTable } from './promises-money.table.ts'
import { repeatsPhraseTable } from './repeats-phrase.table.ts'
import { unbackedPromiseTable } from './unbacked-promise.table.ts'
import { vagueApologyTable } from './vague-apology.table.ts'
import { vaguePromiseTable } from './vague-promise.table.ts'
import { visitUnaskedTable } from './visit-unasked.table.ts'
import type { Table } from './table.ts'

/** Every rule: why it is there, what it finds and what it leaves alone. */
export const allTables: readonly Table[] = [
  vagueApologyTable,
  overApologyTable,
  conditionalApologyTable,
  admitsLiabilityTable,
  promisesMoneyTable,
  promisesAnythingTable,
  absolutePromiseTable,
  vaguePromiseTable,
  unbackedPromiseTable,
  flatRefusalTable,
  blamesCustomerTable,
  excuseTable,
  arguesTable,
  casualTable,
  emojiTable,
  visitUnaskedTable,
  keigoTable,
  repeatsPhraseTable,
  longCauseTable,
  ...missingPointTables,
  privateInPublicTable,
  internalWordsTable,
]

import { dictionary } from '#kernel/dictionary.ts'

type Chosen = { name: string; because: string; insteadOf: string | null }

/** What will happen to one line, before it does: the record then says it happened. */
export const bulkMessages = dictionary({
  ja: {
    will: {
      decided: ({ name, because, insteadOf }: Chosen) =>
        `${name}さんの担当になります${because ? `：${because}` : ''}${insteadOf ? `（候補の一番めは${insteadOf}さん）` : ''}。`,
      returned: ({ name }: { name: string }) => `${name}さんの担当を外し、窓口に戻します。`,
      marked: ({ mark }: { mark: string }) => `目印「${mark}」を付けます。`,
      unmarked: ({ mark }: { mark: string }) => `目印「${mark}」を外します。`,
      linked: ({ number }: { number: string }) => `${number} とつなぎます。`,
    },
  },
  en: {
    will: {
      decided: ({ name, because, insteadOf }) =>
        `${name} will own it${because ? `: ${because}` : ''}${insteadOf ? ` (first on the list: ${insteadOf})` : ''}.`,
      returned: ({ name }) => `It will go back to its desk; ${name} no longer owns it.`,
      marked: ({ mark }) => `It will be marked “${mark}”.`,
      unmarked: ({ mark }) => `The mark “${mark}” will be taken off.`,
      linked: ({ number }) => `It will be linked to ${number}.`,
    },
  },
})

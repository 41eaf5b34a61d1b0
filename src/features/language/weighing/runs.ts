/** The longest run of letters that is weighed. */
export const longestRun = 3

/** The text with marks where it begins and ends, so that first and last words weigh differently. */
export const edged = (text: string) => `^${text}$`
export const edges = { first: '^'.charCodeAt(0), last: '$'.charCodeAt(0) }

/** What saying a run `times` times counts for: the second time says less than the first. */
export const timesSaid = (times: number) => (times === 1 ? 1 : 1 + Math.log(times))

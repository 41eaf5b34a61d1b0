export { reviewCounts, reviewOf, reviewsCounted, reviewsWhere } from './queries.ts'
export { saveReplyId } from './store.ts'

/** The type of the movement that tells screens to look at a draft again. It is no entry of the timeline. */
export const writingMoved = 'letters.writing-moved'

export const writingPath = '/api/complaints/:complaintId/letters/draft'
export const pointsPath = '/api/complaints/:complaintId/letters/draft/points'
export const commentsPath = '/api/complaints/:complaintId/letters/draft/comments'
/** What the gate asks changes with what colleagues say about the draft. */
export const checkPath = '/api/complaints/:complaintId/letters/check'

/** What is read again then. Apart from the rest of the room: every page has to know of it, and of nothing else here. */
export const writingPaths = [writingPath, pointsPath, commentsPath, checkPath]

/** The type of the movement that tells both sides to look again. It is no entry of the timeline. */
export const chatMoved = 'chat.moved'

/** What is read again then: the conversation of one complaint, and who waits. */
export const chatPath = '/api/complaints/:complaintId/chat'
export const chatsPath = '/api/chat/conversations'

import { desk, readers, rule } from '#features/access/contract.ts'

export const canSeeChats = rule('chat.see', readers)
export const canAnswerChats = rule('chat.answer', desk)
export const canSeeChatSettings = rule('chat.see-settings', ['admin'])
export const canChangeChatSettings = rule('chat.change-settings', ['admin'])
/** Whoever has the token of a conversation: the action looks at which. */
export const canWriteIn = rule('chat.write-in', [], { isPublic: true })
/** The chat is one of the doors by which the public comes in. */
export const canOpenChat = rule('intake.receive', [], { isPublic: true })

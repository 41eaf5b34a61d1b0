// The build puts the English words of all the staff's screens here (scripts/words.ts).
export default 'en'

// The build puts the English sentences of the record's entries here (scripts/words.ts).
export default 'en'

// The build puts the Japanese sentences of the record's entries here (scripts/words.ts).
export default 'ja'

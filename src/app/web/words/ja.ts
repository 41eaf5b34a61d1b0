// The build puts the Japanese words of all the staff's screens here (scripts/words.ts).
export default 'ja'

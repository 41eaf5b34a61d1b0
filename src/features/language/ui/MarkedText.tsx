export { Marks as MarkedText } from './parts/Marks.tsx'

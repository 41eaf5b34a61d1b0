export { storyConduct } from './telling/rules.ts'

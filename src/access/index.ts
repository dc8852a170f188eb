export { decide, type Facts, type Verdict } from './decide.ts'

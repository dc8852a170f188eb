export type { SearchDocument } from './document.ts'
export type {
  Choice,
  DocumentReader,
  Facets,
  IndexBuild,
  IndexChange,
  IndexKeeper,
  IndexState,
  Scope,
  SearchAnswer,
  SearchCall,
  SearchIndex,
} from './index-store.ts'
export {
  type Filters,
  noFilters,
  type Order,
  type Question,
  type QuestionPart,
  type ReadingLength,
} from './question.ts'
export { type Field, type FieldNames, filtersIn, readQuestion } from './read-question.ts'
export {
  beginsAs,
  foldedWord,
  isUnspaced,
  pairsOf,
  termIn,
  termOf,
  termsOf,
  wordPlacesIn,
  wordsOf,
} from './terms.ts'

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readQuestion, type SearchDocument, type SearchIndex } from '#search'
import { openSqliteIndex } from '#storage'
import { circumstances } from '../../bench/machine.ts'
import { corpusIn } from '../relevance/corpus.ts'
import { type KnownQuestion, knownQuestions } from '../relevance/questions.ts'

/** The right story has to be among so many for this share of the questions. */
const first = 3
const bar = 0.9
const leastQuestions = 60
/** A fixed day, after all of the stories: freshness is part of the order. */
const now = Temporal.Instant.from('2031-04-02T12:00:00Z')

/**
 * Asks for the stories of a corpus, laid out as LANGUAGE/NAME.json, by words of their own, in the ways
 * of tests/relevance/questions.ts, as somebody who may read their beginnings alone.
 * @returns whether the right story came among the first three often enough
 */
export async function relevance([folder]: string[]): Promise<boolean> {
  if (folder === undefined) {
    process.stderr.write('Name the folder of a corpus: npm run prove -- relevance FOLDER\n')
    return false
  }
  const stories = await corpusIn(folder)
  const questions = knownQuestions(stories)
  const place = await mkdtemp(join(tmpdir(), 'kiosk-relevance-'))
  try {
    await using opened = openSqliteIndex(place, { patience: Number.POSITIVE_INFINITY })
    await using build = await opened.keeper.rebuild(stories.length)
    await build.put(stories)
    await build.swap(1)
    return told(stories, await answersTo(questions, opened.index))
  } finally {
    await rm(place, { recursive: true })
  }
}

interface Answered {
  readonly question: KnownQuestion
  /** 1 for the first, 0 where it was not found. */
  readonly rank: number
  readonly loose: boolean
}

async function answersTo(questions: readonly KnownQuestion[], index: SearchIndex) {
  const answered: Answered[] = []
  for (const question of questions) {
    const { hits, loose } = await index.search({
      question: readQuestion(question.typed, new Map()),
      scope: { rests: 'none' },
      order: 'best',
      skip: 0,
      most: 20,
      language: '',
      facets: false,
      now,
    })
    answered.push({ question, rank: hits.indexOf(question.story) + 1, loose })
  }
  return answered
}

const isRight = ({ rank }: Answered): boolean => rank > 0 && rank <= first

function told(stories: readonly SearchDocument[], answered: readonly Answered[]): boolean {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const languages = new Set(stories.map(({ language }) => language))
  say(`relevance: ${circumstances()}`)
  say(`${stories.length} stories in ${languages.size} languages, ${answered.length} questions\n`)
  const share = (some: readonly Answered[]) => {
    const right = some.filter(isRight).length
    const best = some.filter(({ rank }) => rank === 1).length
    const per = (count: number) => `${((100 * count) / some.length).toFixed(1)} %`
    return `${some.length} questions; first: ${per(best)}; among the first ${first}: ${per(right)}`
  }
  for (const [rule, some] of Map.groupBy(answered, ({ question }) => question.rule))
    say(`${rule}: ${share(some)}`)
  say('')
  for (const [language, some] of Map.groupBy(answered, ({ question }) => question.language))
    say(`${language}: ${share(some)}`)
  say('\nNot among the first:')
  for (const { question, rank, loose } of answered.filter((one) => !isRight(one))) {
    const where = rank === 0 ? 'not found' : `in place ${rank}`
    const how = loose ? ', no story has all words' : ''
    say(`  ${question.language} ${question.story}, ${where}${how}: ${question.typed}`)
  }
  say(`\nall: ${share(answered)}`)
  const enough = answered.length >= leastQuestions
  return enough && answered.filter(isRight).length >= bar * answered.length
}

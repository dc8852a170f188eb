import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { languageTag } from '#ground/language'

/** A folder `<from>-<to>` with a model in it. */
export interface BergamotModel {
  /** BCP 47. */
  readonly from: string
  readonly to: string
  readonly model: string
  readonly shortlist: string
  /** One for both languages, or one for each. */
  readonly vocabularies: readonly string[]
  /** Changes when a file of it does. */
  readonly version: string
}

export interface RefusedModel {
  readonly folder: string
  readonly why: string
  readonly mend: string
}

export interface FoundModels {
  readonly models: readonly BergamotModel[]
  readonly refused: readonly RefusedModel[]
}

/** The models in a folder; none where there is no such folder. */
export async function bergamotModelsIn(folder: string): Promise<FoundModels> {
  const names = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const found = await Promise.all(
    names.filter((entry) => entry.isDirectory()).map(({ name }) => modelIn(folder, name)),
  )
  return {
    models: found.filter((one) => 'model' in one),
    refused: found.filter((one) => 'why' in one),
  }
}

async function modelIn(folder: string, name: string): Promise<BergamotModel | RefusedModel> {
  const refuse = (why: string, mend: string): RefusedModel => ({ folder: name, why, mend })
  const [, first = '', second = ''] = /^([a-z]{2,3})-([a-z]{2,3})$/.exec(name) ?? []
  const [from, to] = [languageTag(first), languageTag(second)]
  if (from === null || to === null) {
    return refuse('Its name is no pair of languages.', 'Call it as from and to: en-de.')
  }
  const inside = join(folder, name)
  const files = (await readdir(inside)).sort()
  const ending = (end: string) =>
    files.filter((file) => file.endsWith(end)).map((file) => join(inside, file))
  const [model] = ending('.intgemm.alphas.bin')
  const [shortlist] = ending('.s2t.bin')
  const vocabularies = ending('.spm')
  if (model === undefined) return refuse(...missing('the model', '*.intgemm.alphas.bin'))
  if (shortlist === undefined) return refuse(...missing('the short list', '*.s2t.bin'))
  if (vocabularies.length === 0) return refuse(...missing('the vocabulary', '*.spm'))
  if (!files.some((file) => /^licen[cs]e/i.test(file))) {
    return refuse(...missing('the licence', 'LICENSE'))
  }
  return {
    from,
    to,
    model,
    shortlist,
    vocabularies,
    version: await versionOf([model, shortlist, ...vocabularies]),
  }
}

const missing = (what: string, file: string) =>
  [`It lacks ${what}.`, `Put ${file} into it, as it came with the model.`] as const

async function versionOf(files: readonly string[]): Promise<string> {
  const stats = await Promise.all(files.map((file) => stat(file)))
  return stats.map(({ size, mtimeMs }) => `${size}@${Math.round(mtimeMs)}`).join()
}

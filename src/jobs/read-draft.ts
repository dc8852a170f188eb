import { readFile } from 'node:fs/promises'
import type { Publication } from '#catalogue'
import { bad, good, type Outcome } from '#ground/outcome'
import type { Draft, Remark } from '#ingest'
import { type ImportNeeds, SourceError } from './import-source.ts'

/**
 * The first story in a file, as a story of this publication.
 * @returns the draft, or all that there is to say against it
 * @throws SourceError when the file cannot be read
 */
export async function readDraft(
  { reader, clock, timeZone }: Pick<ImportNeeds, 'reader' | 'clock' | 'timeZone'>,
  path: string,
  publication: Pick<Partial<Publication>, 'language' | 'timeZone'>,
): Promise<Outcome<Draft, readonly Remark[]>> {
  const { language } = publication
  const reading = await reader.read({
    bytes: await contentOf(path),
    from: path,
    contentType: null,
    said: language === undefined ? {} : { language },
    at: clock(),
    timeZone: publication.timeZone ?? timeZone,
  })
  if (!reading.ok) return bad(reading.remarks)
  const [entry] = reading.entries
  if (entry === undefined) return bad(reading.remarks)
  return entry.ok ? good(entry.draft) : bad(entry.remarks)
}

function contentOf(path: string): Promise<Buffer> {
  return readFile(path).catch(({ code, message: fault }: NodeJS.ErrnoException) => {
    const message =
      code === 'ENOENT'
        ? `There is no file "${path}".`
        : `The corrected story cannot be read: ${fault}`
    throw new SourceError({ code: 'file.missing', message, where: path })
  })
}

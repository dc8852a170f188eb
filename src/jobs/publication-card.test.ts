import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { CardError } from './card-error.ts'
import { readCard } from './publication-card.ts'

async function read(card: unknown) {
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-card-'))
  try {
    const file = join(folder, 'publication.json')
    await writeFile(file, JSON.stringify(card))
    return await readCard(file)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const tide = { title: 'The Tide', language: 'nl' }

describe('publication.json', () => {
  it('says what the publication is, its language as every page can use it', async () => {
    const card = { ...tide, slug: 'tide', language: 'EN_gb', timeZone: 'europe/amsterdam' }
    const said = { title: 'The Tide', language: 'en-GB', timeZone: 'Europe/Amsterdam' }
    assert.deepEqual(await read(card), { said: { ...said, publication: 'tide' }, logo: null })
  })

  it('is refused with every field that no page or clock could use', async () => {
    const wrong = {
      ...tide,
      slug: '–',
      language: 'Dutch, mostly',
      timeZone: 'Europe/Amsterdm',
      home: 'javascript:alert(1)',
    }
    await assert.rejects(read(wrong), (error) => {
      assert.ok(error instanceof CardError)
      for (const name of ['slug', 'language', 'timeZone', 'home']) {
        assert.match(error.message, new RegExp(`at ${name}\\b`))
      }
      return true
    })
  })
})

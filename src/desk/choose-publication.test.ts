import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultCut, type Publication, undescribed } from '#catalogue'
import { type Choice, choosePublication } from './choose-publication.ts'
import type { NewPublication, PublicationDesk } from './store.ts'

/** A shelf of publications in memory, and how one is chosen from it. */
function shelfOf(...first: Partial<NewPublication>[]) {
  const shelf: Publication[] = []
  const no = () => Promise.reject(new Error('not asked for in these tests'))
  const desk: PublicationDesk = {
    findOrAdd: async (given, isSame) => {
      const alike = shelf.filter(({ slug }) => slug.replace(/-\d+$/, '') === given.slug)
      const known = alike.find(isSame)
      if (known !== undefined) return { publication: known, added: false }
      const slug = alike.length === 0 ? given.slug : `${given.slug}-${alike.length + 1}`
      const publication = { ...given, slug, id: `id-${slug}` }
      shelf.push(publication)
      return { publication, added: true }
    },
    findOrAddAll: no,
    describe: no,
    cover: no,
    rename: no,
  }
  const add = (changed: Partial<NewPublication>) =>
    desk.findOrAdd({ ...courier, ...changed }, () => false)
  const ready = Promise.all(first.map(add))
  const choose = async (changed: Partial<Choice>) => {
    await ready
    return choosePublication(desk, { ...usual, ...changed })
  }
  return { choose, shelf }
}

const courier: NewPublication = {
  slug: 'the-courier',
  title: 'The Courier',
  kind: 'newspaper',
  language: 'en',
  description: '',
  home: 'https://courier.example/',
  timeZone: 'UTC',
  door: 'open',
  cut: defaultCut,
  ...undescribed,
}

const sender = { title: 'The Courier', description: 'Harbour news.', language: null, home: null }

const usual: Choice = {
  said: {},
  sender,
  mostly: 'en',
  fallback: 'courier.example',
  door: 'open',
  timeZone: 'Europe/Amsterdam',
}

describe('the publication of a delivery', () => {
  it('is the one of that title and home, however its host is written', async () => {
    const { choose, shelf } = shelfOf({})
    const home = 'http://www.courier.example/feeds'
    const { publication, added } = await choose({ sender: { ...sender, home } })
    assert.deepEqual([publication.slug, added, shelf.length], ['the-courier', false, 1])
  })

  it('is another one when a sender of the same title lives elsewhere', async () => {
    const { choose } = shelfOf({})
    const elsewhere = { ...sender, home: 'https://other.example/' }
    const first = await choose({ sender: elsewhere })
    assert.deepEqual([first.publication.slug, first.added], ['the-courier-2', true])
    const again = await choose({ sender: elsewhere })
    assert.deepEqual([again.publication.slug, again.added], ['the-courier-2', false])
  })

  it('is the known one when nobody says where it lives', async () => {
    const { choose } = shelfOf({ home: null })
    const { publication } = await choose({ sender: { ...sender, home: 'https://any.example/' } })
    assert.equal(publication.slug, 'the-courier')
  })

  it('is the one that was named, wherever the sender lives', async () => {
    const { choose } = shelfOf({})
    const elsewhere = { ...sender, title: 'Wire', home: 'https://other.example/' }
    const named = await choose({ said: { publication: 'The Courier' }, sender: elsewhere })
    assert.deepEqual([named.publication.slug, named.added], ['the-courier', false])
  })

  it('is not renamed by what is sent later', async () => {
    const { choose } = shelfOf({})
    const { publication } = await choose({
      said: { publication: 'the-courier', title: 'Gazette', language: 'nl' },
    })
    assert.deepEqual([publication.title, publication.language], ['The Courier', 'en'])
  })
})

describe('a new publication', () => {
  it('is called as the operator says, else as the sender, else as it was named', async () => {
    const titleOf = async (changed: Partial<Choice>) =>
      (await shelfOf().choose(changed)).publication.title
    assert.equal(await titleOf({ said: { title: 'Gazette', publication: 'paper' } }), 'Gazette')
    assert.equal(await titleOf({ said: { publication: 'paper' } }), 'The Courier')
    const silent = { ...sender, title: '' }
    assert.equal(await titleOf({ said: { publication: 'paper' }, sender: silent }), 'paper')
    assert.equal(await titleOf({ sender: silent }), 'courier.example')
  })

  it('speaks the language that was said, else what its stories mostly speak', async () => {
    const languageOf = async (changed: Partial<Choice>) =>
      (await shelfOf().choose({ mostly: 'ar', ...changed })).publication.language
    const speaking = { ...sender, language: 'nl' }
    assert.equal(await languageOf({ said: { language: 'de' }, sender: speaking }), 'de')
    assert.equal(await languageOf({ sender: speaking }), 'nl')
    assert.equal(await languageOf({}), 'ar')
  })

  it('has an address even when its title has no letter', async () => {
    const { publication } = await shelfOf().choose({ sender: { ...sender, title: '🎈' } })
    assert.equal(publication.slug, 'publication')
    assert.equal(publication.title, '🎈')
  })
})

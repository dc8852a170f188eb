import assert from 'node:assert/strict'
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { describe, it } from 'node:test'
import { deliveriesIn } from './deliveries-in.ts'

describe('the deliveries in a folder', () => {
  it('are its files of known kinds, in the order of their names', async () => {
    await using folder = await holding({
      'b.md': 'b',
      'a/2.XML': '2',
      'a/10.json': '10',
      'c.rss': 'c',
      'Z.atom': 'Z',
      'a/deep/er/x.ninjs': 'x',
    })
    assert.deepEqual(await folder.found(), [
      'Z.atom: Z',
      'a/10.json: 10',
      'a/2.XML: 2',
      'a/deep/er/x.ninjs: x',
      'b.md: b',
      'c.rss: c',
    ])
  })

  it('leave out hidden files, packages and pictures without a word', async () => {
    await using folder = await holding({
      '.secret.md': '',
      '.git/a.json': '',
      'node_modules/a/package.json': '',
      'a.JPG': '',
      'b.svg': '',
      'story.md': 'tide',
    })
    assert.deepEqual(await folder.found(), ['story.md: tide'])
  })

  it('are reported when they are of an unexpected kind', async () => {
    await using folder = await holding({ 'setup.exe': 'MZ', 'tune.mid': 'MThd', noending: '' })
    assert.deepEqual(await folder.found(), [
      'noending ! file.unexpected',
      'setup.exe ! file.unexpected',
      'tune.mid ! file.unexpected',
    ])
  })

  it('are reported when they are larger than ten megabytes', async () => {
    const ten = 'x'.repeat(10_000_000)
    await using folder = await holding({ 'a.json': `${ten}x`, 'b.json': ten })
    const [first, second] = await folder.found()
    assert.equal(first, 'a.json ! file.too-large')
    assert.equal(second?.length, 'b.json: '.length + 10_000_000)
  })

  it('are never those that a link fetches from outside', async () => {
    await using elsewhere = await holding({ 'secret.md': 'secret', 'more/a.md': 'secret' })
    await using folder = await holding({ 'story.md': 'tide' })
    await symlink(join(elsewhere.path, 'secret.md'), join(folder.path, 'a.md'))
    await symlink(join(elsewhere.path, 'more'), join(folder.path, 'b'))
    await symlink(`${folder.path}-beside`, join(folder.path, 'gone.md'))
    assert.deepEqual(await folder.found(), [
      'a.md ! file.outside',
      'b ! file.outside',
      'gone.md ! file.unreadable',
      'story.md: tide',
    ])
  })

  it('come once each, though links lead in circles or to the same file', async () => {
    await using folder = await holding({ 'in/story.md': 'tide', '..data/hidden.md': 'mounted' })
    await symlink(folder.path, join(folder.path, 'in', 'up'))
    await symlink(join(folder.path, 'in'), join(folder.path, 'same'))
    await symlink(join(folder.path, 'in', 'story.md'), join(folder.path, 'z.md'))
    await symlink(join(folder.path, '..data', 'hidden.md'), join(folder.path, 'mounted.md'))
    assert.deepEqual(await folder.found(), ['in/story.md: tide', 'mounted.md: mounted'])
  })

  it('end twelve folders down', async () => {
    const steps = (count: number) => Array.from({ length: count }, (_, at) => at).join('/')
    await using folder = await holding({
      [`${steps(12)}/a.md`]: 'in reach',
      [`${steps(13)}/b.md`]: 'too deep',
    })
    assert.deepEqual(await folder.found(), [
      `${steps(13)} ! file.too-deep`,
      `${steps(12)}/a.md: in reach`,
    ])
  })
})

describe('a delivery named by itself', () => {
  it('is taken whatever its kind, and once', async () => {
    await using folder = await holding({ 'feed.txt': 'tide' })
    assert.deepEqual(await folder.found('feed.txt'), ['feed.txt: tide'])
  })

  it('is reported when it is not there', async () => {
    await using folder = await holding({})
    assert.deepEqual(await folder.found('no.xml'), ['no.xml ! file.missing'])
  })

  it('is not read when it is a device that never ends', async () => {
    const found = await Array.fromAsync(deliveriesIn('/dev/zero'))
    const codes = found.map((one) => ('remark' in one ? one.remark.code : 'read'))
    assert.deepEqual(codes, ['file.unexpected'])
  })
})

async function holding(files: Readonly<Record<string, string>>) {
  const path = await mkdtemp(join(await realpath(tmpdir()), 'kiosk-files-'))
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, file)), { recursive: true })
    await writeFile(join(path, file), text)
  }
  return {
    path,
    /** Every file as "path: text" or "path ! code". */
    async found(name = ''): Promise<string[]> {
      const all = await Array.fromAsync(deliveriesIn(join(path, name)))
      return all.map((one) => {
        const shown = relative(path, one.path)
        if ('remark' in one) return `${shown} ! ${one.remark.code}`
        return `${shown}: ${new TextDecoder().decode(one.bytes)}`
      })
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true }),
  }
}

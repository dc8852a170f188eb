import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { isSound } from './axe.fixture.ts'
import { kiosk, openStand, type RunningServer, visit } from './journey.fixture.ts'
import { sharedBrowser } from './shared-browser.fixture.ts'

/** A stranger becomes a reader, on the real program, with the mails that it keeps. */

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }

const visiting = await sharedBrowser()
let root: string
let server: RunningServer
let story: string

before(
  async () => {
    root = await mkdtemp(join(tmpdir(), 'kiosk-sign-in-'))
    const edition = join(root, 'tide', '2021-04-02')
    await mkdir(edition, { recursive: true })
    const card = { slug: 'the-tide', title: 'Het Tij', language: 'nl', door: 'plan' }
    await writeFile(join(root, 'tide', 'publication.json'), JSON.stringify(card))
    const head =
      'id: a\ntitle: Laag water\nedition: 2021-04-02\ndate: 2021-04-02T06:00:00Z\nlanguage: nl'
    const paragraphs = Array.from({ length: 12 }, (_, at) => `Alinea ${at} over het lage water.`)
    await writeFile(join(edition, 'a.md'), `---\n${head}\n---\n\n${paragraphs.join('\n\n')}\n`)
    const port = String(await freePort())
    server = await openStand(join(root, 'data'), { PORT: port, KIOSK_NAME: 'Het Hoekje' })
    server = { ...server, address: `http://localhost:${port}` }
    const imported = await kiosk(join(root, 'data'), 'import', join(root, 'tide'))
    assert.equal(imported.code, 0, imported.complaints)
    story = '/nl/publications/the-tide/2021-04-02/laag-water'
  },
  { timeout: 90_000 },
)
after(async () => {
  await server[Symbol.asyncDispose]()
  await rm(root, { recursive: true, force: true })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const asking = createServer().listen(0, '127.0.0.1', () => {
      const address = asking.address()
      asking.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}

const read = new Set<string>()

/** What the next mail says that has a code in it; the stand keeps its mails instead of sending them. */
async function nextMail(): Promise<{ code: string; link: string }> {
  const folder = join(root, 'data', 'mail')
  for (let tries = 0; tries < 600; tries += 1) {
    const names = await readdir(folder).catch(() => [])
    const name = names.find((one) => !read.has(one))
    if (name !== undefined) {
      const text = plainText(await readFile(join(folder, name), 'utf8'))
      // Nothing is in it yet where it is only just being written.
      if (text !== '') read.add(name)
      const [, code = ''] = /^(\d{6})\s*$/m.exec(text) ?? []
      const [link = ''] = /http:\/\/localhost:\d+\/\w+\/sign-in\/link\/[\w-]{43}/.exec(text) ?? []
      if (code !== '') return { code, link }
    }
    await pause(50)
  }
  throw new Error('No mail was kept')
}

/** What a mail program shows of it: letters beyond ASCII are sent in one of two codings. */
function plainText(mail: string): string {
  const coded = /Content-Transfer-Encoding: base64[\s\S]*?\r?\n\r?\n([\w+/=\s]+)/.exec(mail)?.[1]
  if (coded !== undefined) return Buffer.from(coded, 'base64').toString('utf8')
  return mail.replace(/=\r?\n/g, '').replaceAll('=3D', '=')
}

const pathOf = (page: Page) => page.url().slice(server.address.length)

async function signIn(
  page: Page,
  locale: string,
  address: string,
  returnTo = `/${locale}/account`,
) {
  const asked = new URLSearchParams({ return: returnTo })
  await page.goto(`${server.address}/${locale}/sign-in?${asked}`)
  await page.locator('input[name=address]').fill(address)
  await page.locator('form.form button').click()
  await page.waitForURL(/\/sign-in\/code$/)
  const { code } = await nextMail()
  await page.locator('input[name=code]').fill(code)
  await page.locator('form.form button').click()
  await page.waitForURL((url) => url.href.startsWith(`${server.address}${returnTo.split('#')[0]}`))
}

describe('a stranger on a phone, in Dutch', { timeout: 120_000 }, () => {
  it('goes from a story to the code of the mail, and back to where its lead ended', async () => {
    await visiting({ ...phone, locale: 'nl-NL' }, async (page) => {
      await page.goto(server.address + story)
      await page.locator('a.enter').click()
      await page.waitForURL(/\/nl\/sign-in\?/)
      await isSound(page)
      await page.getByLabel('E-mailadres').fill('geen adres@')
      await page.getByLabel('E-mailadres').evaluate((field) => field.setAttribute('type', 'text'))
      await page.getByRole('button', { name: 'Stuur me een code' }).click()
      assert.match(await page.locator('.field .error').innerText(), /geen volledig e-mailadres/)
      assert.equal(await page.getByLabel('E-mailadres').inputValue(), 'geen adres@')
      await isSound(page)
      await page.getByLabel('E-mailadres').fill('ana@saltmere.example')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/nl\/sign-in\/code$/)
      await isSound(page)
      const { code } = await nextMail()
      await page.getByLabel('Code van zes cijfers').fill(code === '000000' ? '000001' : '000000')
      await page.keyboard.press('Enter')
      await page.locator('.field .error').waitFor()
      await page.getByLabel('Code van zes cijfers').fill(`${code.slice(0, 3)} ${code.slice(3)}`)
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.hash === '#rest')
      assert.equal(pathOf(page), `${story}#rest`)
      assert.ok(await page.getByRole('link', { name: 'Mijn account' }).isVisible())
      assert.ok(await page.locator('a.enter').isHidden())
    })
  })

  it('sees the way to the account on pages that are the same for everyone, too', async () => {
    await visiting({ ...phone, locale: 'nl-NL' }, async (page) => {
      await signIn(page, 'nl', 'bar@saltmere.example')
      await page.goto(`${server.address}/nl`)
      assert.ok(await page.locator('a.account').isVisible())
      const kept = (await page.context().cookies()).map(({ name, httpOnly }) => [name, httpOnly])
      assert.deepEqual(kept.sort(), [
        ['reader', false],
        ['session', true],
      ])
    })
  })
})

describe('the link of the mail', { timeout: 60_000 }, () => {
  it('survives whoever follows it before the reader, and works by its button', async () => {
    await visiting({ locale: 'en-GB' }, async (page) => {
      await page.goto(`${server.address}/en/sign-in`)
      await page.locator('input[name=address]').fill('link@saltmere.example')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/sign-in\/code$/)
      const { link } = await nextMail()
      for (const method of ['HEAD', 'GET', 'GET']) {
        const fetched = await fetch(link, { method })
        assert.deepEqual([fetched.status, fetched.headers.getSetCookie()], [200, []])
      }
      assert.equal((await fetch(link, { method: 'POST' })).status, 403)
      await page.goto(link)
      await isSound(page)
      await page.getByRole('button', { name: 'Go on' }).click()
      await page.waitForURL(`${server.address}/en`)
      assert.ok(await page.locator('a.account').isVisible())
    })
  })
})

describe('a passkey', { timeout: 60_000 }, () => {
  it('is added on the account page, and signs its reader in without any mail', async () => {
    await visiting({ locale: 'en-GB' }, async (page) => {
      const devices = await page.context().newCDPSession(page)
      await devices.send('WebAuthn.enable')
      await devices.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      })
      await signIn(page, 'en', 'key@saltmere.example')
      await page.getByRole('button', { name: 'Add a passkey' }).click()
      await page.waitForURL(/done=saved/)
      assert.match(await page.getByLabel('Name of the passkey').inputValue(), /\w/)
      await page.getByLabel('Name of the passkey').fill('The one on my desk')
      await page.getByRole('button', { name: 'Rename' }).click()
      // A field that is typed into keeps the value that its page came with.
      await page.locator('input[value="The one on my desk"]').waitFor()
      await isSound(page)
      assert.equal(await page.getByLabel('Name of the passkey').inputValue(), 'The one on my desk')

      await page.getByRole('button', { name: 'Log out' }).click()
      await page.waitForURL(/\/en\/sign-in\?done=out$/)
      assert.deepEqual(await page.context().cookies(), [])
      await page.goto(`${server.address}/en/sign-in?return=%2Fen%2Faccount`)
      await page.getByRole('button', { name: 'Log in with a passkey' }).waitFor()
      assert.equal(await page.locator('.passkey .hint').isVisible(), false)
      await page.getByRole('button', { name: 'Log in with a passkey' }).click()
      await page.waitForURL(/\/en\/account$/)
      assert.match(await page.locator('.standfirst').innerText(), /key@saltmere\.example/)
    })
  })
})

describe('in Arabic', { timeout: 60_000 }, () => {
  it('everything runs from right to left, from the form to the end of the account', async () => {
    await visiting({ ...phone, locale: 'ar-EG' }, async (page) => {
      await page.goto(`${server.address}/ar/sign-in`)
      await isSound(page)
      await signIn(page, 'ar', 'arabic@saltmere.example')
      assert.equal(await page.locator('html').getAttribute('dir'), 'rtl')
      await isSound(page)
      await page.getByRole('link', { name: 'حذف حسابي' }).click()
      await page.waitForURL(/\/account\/delete/)
      await isSound(page)
      await page.locator('input[name=address]').fill('arabic@saltmere.example')
      await page.getByRole('button', { name: 'حذف حسابي إلى الأبد' }).click()
      await page.waitForURL(/done=deleted/)
      assert.ok(await page.getByRole('status').isVisible())
      await page.goto(`${server.address}/ar/account`)
      assert.match(pathOf(page), /^\/ar\/sign-in\?return=/)
    })
  })
})

describe('without a script', { timeout: 60_000 }, () => {
  it('a reader signs in, finds the account through the same link, and signs out', async () => {
    await visiting({ locale: 'en-GB', javaScriptEnabled: false }, async (page) => {
      await signIn(page, 'en', 'plain@saltmere.example', '/en/topics')
      await page.locator('a.enter').click()
      await page.waitForURL(/\/en\/account$/)
      await page.getByRole('button', { name: 'Log out' }).click()
      await page.waitForURL(/done=out$/)
    })
  })

  it('a link of a mail shows no trace of whose it is', async () => {
    const { status, text } = await visit(`${server.address}/en/sign-in/link/${'x'.repeat(43)}`)
    assert.equal(status, 200)
    assert.doesNotMatch(text, /@/)
  })
})

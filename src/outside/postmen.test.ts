import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import { SMTPServer } from 'smtp-server'
import type { Letter } from '#accounts'
import { openFolderPostman } from './folder-postman.ts'
import { openSmtpPostman } from './smtp-postman.ts'

const from = { name: 'مرفأ & Saltmere', address: 'desk@saltmere.example' }
const letter: Letter = {
  subject: 'Je code: 123456 — ٱلرمز',
  text: 'Typ 123456\n\nhttps://saltmere.example/nl/sign-in/abc',
  html: '<p>Typ <b>123456</b></p>',
}

interface Received {
  readonly to: readonly string[]
  readonly from: string
  readonly source: string
}

describe('a mail server', () => {
  const received: Received[] = []
  let answer: number | null = null
  const refusal = (code: number) =>
    Object.assign(new Error('no such mailbox ana@'), { responseCode: code })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(answer === null ? null : refusal(answer)),
    onData: async (stream, { envelope }, done) => {
      const source = await text(stream)
      const sender = envelope.mailFrom === false ? '' : envelope.mailFrom.address
      received.push({ to: envelope.rcptTo.map(({ address }) => address), from: sender, source })
      done()
    },
  })
  let url: string
  before(async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    server.listen(0, '127.0.0.1', resolve)
    await promise
    const { port } = server.server.address() as AddressInfo
    url = `smtp://127.0.0.1:${port}`
  })
  after(() => new Promise<void>((resolve) => server.close(resolve)))

  it('gets the letter whole, in both forms, from the stand to the reader', async () => {
    const postman = openSmtpPostman(url, from)
    const sent = await postman.send({ id: '7', to: 'ana@saltmere.example', letter })
    assert.deepEqual(sent, { ok: true, value: 'sent' })
    const [mail] = received
    assert.deepEqual([mail?.to, mail?.from], [['ana@saltmere.example'], 'desk@saltmere.example'])
    assert.match(mail?.source ?? '', /^Message-ID: <7@saltmere\.example>/m)
    assert.match(mail?.source ?? '', /^Auto-Submitted: auto-generated/m)
    assert.match(mail?.source ?? '', /multipart\/alternative/)
  })

  it('that says no for good is not asked again; one that says later is', async () => {
    const postman = openSmtpPostman(url, from)
    for (const [status, lasting] of [
      [550, true],
      [451, false],
    ] as const) {
      answer = status
      const sent = await postman.send({ id: '9', to: 'ana@saltmere.example', letter })
      assert.ok(!sent.ok && sent.reason.lasting === lasting)
      assert.doesNotMatch(sent.reason.message, /ana@|123456/)
    }
    answer = null
    const nobody = await openSmtpPostman('smtp://127.0.0.1:1', from).send({
      id: '9',
      to: 'a@x.example',
      letter,
    })
    assert.ok(!nobody.ok && !nobody.reason.lasting)
  })

  it('away from this machine is given no password in clear', async () => {
    const { port } = new URL(url)
    const away = openSmtpPostman(`smtp://kiosk:hush@127.0.0.2:${port}`, from)
    const sent = await away.send({ id: '9', to: 'ana@saltmere.example', letter })
    assert.ok(!sent.ok)
    assert.doesNotMatch(sent.reason.message, /hush/)
  })
})

describe('without a mail server', () => {
  it('letters are kept in a folder, each once, and thrown away with their reader', async () => {
    const root = await mkdtemp(join(tmpdir(), 'kiosk-mail-'))
    try {
      const folder = join(root, 'mail')
      const postman = openFolderPostman(folder, from)
      await postman.forget('ana@saltmere.example')
      for (const id of ['7', '7', '8'])
        await postman.send({ id, to: 'ana@saltmere.example', letter })
      await postman.send({ id: '9', to: 'bram@saltmere.example', letter })
      const names = await readdir(folder)
      assert.equal(names.length, 3)
      const mail = await readFile(join(folder, names[0] ?? ''), 'utf8')
      assert.match(mail, /^To: ana@saltmere\.example$/m)
      assert.equal((await stat(join(folder, names[0] ?? ''))).mode & 0o777, 0o600)
      await postman.forget('ana@saltmere.example')
      assert.equal((await readdir(folder)).length, 1)
    } finally {
      await rm(root, { recursive: true })
    }
  })
})

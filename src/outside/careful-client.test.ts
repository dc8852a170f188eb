import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createRawServer, type Socket } from 'node:net'
import { describe, it } from 'node:test'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { type ClientOptions, openCarefulClient, type Wish } from './careful-client.ts'
import { isPublicAddress } from './public-address.ts'

const publicUrl = 'https://stand.example'
const modest: Wish = { maxBytes: 100_000, maxMilliseconds: 5_000 }

describe('a careful client', () => {
  it('hands over what a server sent, and who asked for it', async () => {
    await using stranger = await serve((request, response) => {
      response.writeHead(200, {
        'content-type': 'application/atom+xml',
        etag: '"tide-7"',
        'last-modified': 'Tue, 20 May 2025 06:00:00 GMT',
      })
      const { 'user-agent': agent, accept, host } = request.headers
      response.end(`${request.url} ${agent} ${accept} ${host}`)
    })
    const address = `http://feeds.example:${stranger.port}/tides?week=21`
    const got = await clientFor(stranger).fetch(`${address}#top`, { ...modest, accept: 'text/xml' })
    assert.ok(got.ok)
    const { bytes, ...rest } = got.value
    const asked = `/tides?week=21 Kiosk/0.1 (+${publicUrl}) text/xml feeds.example:${stranger.port}`
    assert.equal(textIn(bytes), asked)
    assert.deepEqual(rest, {
      contentType: 'application/atom+xml',
      status: 200,
      address,
      etag: '"tide-7"',
      lastModified: 'Tue, 20 May 2025 06:00:00 GMT',
      movedForGood: false,
    })
  })

  it('says that nothing has changed as a value', async () => {
    await using stranger = await serve((request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"a"' ? 304 : 200).end()
    })
    const wish = { ...modest, headers: { 'if-none-match': '"a"' } }
    const got = await clientFor(stranger).fetch(stranger.at('/'), wish)
    assert.ok(got.ok)
    assert.equal(got.value.status, 304)
    assert.equal(got.value.bytes.byteLength, 0)
  })

  it('passes on a status that is of no use', async () => {
    await using stranger = await serve((_, response) => response.writeHead(410).end())
    const got = await clientFor(stranger).fetch(stranger.at('/'), modest)
    assert.ok(!got.ok)
    assert.equal(got.reason.code, 'fetch.failed')
    assert.equal(got.reason.status, 410)
    assert.match(got.reason.message, /status 410/)
  })

  it('names the fault of the system when nobody listens', async () => {
    const stranger = await serve(() => {})
    await stranger[Symbol.asyncDispose]()
    const got = await clientFor(stranger).fetch(stranger.at('/'), modest)
    assert.ok(!got.ok)
    assert.equal(got.reason.code, 'fetch.failed')
    assert.match(got.reason.message, /ECONNREFUSED/)
  })

  it('names the fault when a name has no address', async () => {
    const missing = Object.assign(new Error('not found'), { code: 'ENOTFOUND' })
    const resolve = () => Promise.reject(missing)
    const client = openCarefulClient({ publicUrl, resolve })
    const got = await client.fetch('https://nowhere.example/', modest)
    assert.match(got.ok ? '' : got.reason.message, /ENOTFOUND/)
  })

  it('shows the true host name to a server behind TLS, though the address is pinned', async () => {
    let hello = ''
    const listener = createRawServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', (data) => {
        hello = data.toString('latin1')
        socket.destroy()
      })
    })
    await using stranger = await listening(listener)
    await clientFor(stranger).fetch(`https://feeds.example:${stranger.port}/`, modest)
    assert.ok(hello.includes('feeds.example'))
  })
})

describe('the addresses a careful client refuses', () => {
  it('connects to nothing inside, however the address is written', async () => {
    await using inside = await serve((_, response) => response.end('secret'))
    const resolve = async (host: string) => namesInside[host] ?? []
    const client = openCarefulClient({ publicUrl, resolve, ports: [80, 443, inside.port] })
    const answers = await Promise.all(
      formsOfInside.map(async (form) => {
        const got = await client.fetch(form.replaceAll('PORT', String(inside.port)), modest)
        return `${form} → ${got.ok ? 'fetched' : got.reason.code}`
      }),
    )
    assert.ok(answers.length >= 60)
    assert.deepEqual(
      answers.filter((answer) => !answer.endsWith('→ link.refused')),
      [],
    )
    assert.equal(inside.connections(), 0)
  })

  it('are those of other ports and schemes and with passwords, though the host is public', async () => {
    const resolve = async () => [{ address: '192.0.2.7', family: 4 }]
    const client = openCarefulClient({ publicUrl, resolve, isPublic: () => true })
    const refused = await Promise.all(otherForms.map((form) => client.fetch(form, modest)))
    assert.deepEqual(
      refused.map((got, at) => (got.ok ? otherForms[at] : got.reason.code)),
      otherForms.map(() => 'link.refused'),
    )
  })

  it('do not show a password in the refusal', async () => {
    const got = await openCarefulClient({ publicUrl }).fetch(
      'https://ada:sesame@a.example/',
      modest,
    )
    assert.doesNotMatch(got.ok ? '' : got.reason.message, /sesame|ada/)
  })

  it('are those with one private address among public ones', async () => {
    await using inside = await serve((_, response) => response.end('secret'))
    const resolve = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]
    const client = openCarefulClient({ publicUrl, resolve, ports: [inside.port] })
    const got = await client.fetch(`http://mixed.example:${inside.port}/`, modest)
    assert.equal(got.ok ? '' : got.reason.code, 'link.refused')
    assert.equal(inside.connections(), 0)
  })

  it('are judged once: a name that changes its mind is not asked again', async () => {
    await using inside = await serve((_, response) => response.end('secret'))
    let asked = 0
    // The system itself takes "localhost" for 127.0.0.1, where `inside` listens; the resolver
    // first names another machine that this test declares public, and nobody listens there.
    const client = openCarefulClient({
      publicUrl,
      ports: [inside.port],
      isPublic: (address) => address === '127.0.0.2',
      resolve: async () => {
        asked += 1
        return [{ address: asked === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }]
      },
    })
    const wish = { ...modest, maxMilliseconds: 1_000 }
    const got = await client.fetch(`http://localhost:${inside.port}/`, wish)
    assert.equal(got.ok, false)
    assert.equal(inside.connections(), 0)
    assert.equal(asked, 1)
  })
})

describe('the redirects a careful client follows', () => {
  it('lead to the last address, which has moved for good when every step says so', async () => {
    await using stranger = await serve((request, response) => {
      const steps: Record<string, [number, string]> = {
        '/old': [301, '/older'],
        '/older': [308, '/new'],
        '/now': [301, '/then'],
        '/then': [302, '/new'],
      }
      const step = steps[request.url ?? '']
      if (step === undefined) response.end('arrived')
      else response.writeHead(step[0], { location: step[1] }).end()
    })
    const client = clientFor(stranger)
    const lasting = await client.fetch(stranger.at('/old'), modest)
    assert.ok(lasting.ok)
    assert.equal(lasting.value.address, stranger.at('/new'))
    assert.equal(lasting.value.movedForGood, true)
    const passing = await client.fetch(stranger.at('/now'), modest)
    assert.equal(passing.ok && passing.value.movedForGood, false)
  })

  it('are five at most', async () => {
    await using stranger = await serve((request, response) => {
      const left = Number(request.url?.slice(1))
      if (left === 0) response.end('arrived')
      else response.writeHead(302, { location: `/${left - 1}` }).end()
    })
    const client = clientFor(stranger)
    assert.equal((await client.fetch(stranger.at('/5'), modest)).ok, true)
    const got = await client.fetch(stranger.at('/6'), modest)
    assert.equal(got.ok ? '' : got.reason.code, 'fetch.too-many-redirects')
  })

  it('are vetted like any address, so none leads inside', async () => {
    await using inside = await serve((_, response) => response.end('secret'))
    const inward = [
      `http://127.0.0.1:${inside.port}/`,
      `http://[::ffff:127.0.0.1]:${inside.port}/`,
      `//inside.example:${inside.port}/`,
      'file:///etc/passwd',
      'http://user:pass@feeds.example/',
      'http://feeds.example:22/',
      'data:text/plain,secret',
    ]
    await using stranger = await serve((request, response) => {
      response.writeHead(302, { location: inward[Number(request.url?.slice(1))] }).end()
    })
    const got: string[] = []
    for (const at of inward.keys()) {
      const hop = { asked: 0 }
      const client = clientFor(stranger, {
        ports: [stranger.port, inside.port],
        // Both are on this machine, so the stranger is public by decree: the first hop is his.
        isPublic: (address) => {
          hop.asked += 1
          return hop.asked === 1 || isPublicAddress(address)
        },
      })
      const one = await client.fetch(stranger.at(`/${at}`), modest)
      got.push(one.ok ? 'fetched' : one.reason.code)
    }
    assert.deepEqual(
      got,
      inward.map(() => 'link.refused'),
    )
    assert.equal(inside.connections(), 0)
  })
})

describe('the redirects a careful client refuses', () => {
  it('are those to an address that would be refused by itself, though its host is public', async () => {
    await using stranger = await serve((request, response) => {
      const to = decodeURIComponent(request.url?.slice(1) ?? '')
      if (request.headers.authorization === undefined && to !== '') {
        response.writeHead(302, { location: to }).end()
      } else response.end('arrived')
    })
    const ports = [stranger.port, 80]
    const client = clientFor(stranger, { ports })
    for (const to of [
      `http://ada:sesame@feeds.example:${stranger.port}/`,
      'ftp://feeds.example/',
    ]) {
      const got = await client.fetch(stranger.at(`/${encodeURIComponent(to)}`), modest)
      assert.equal(got.ok ? 'fetched' : got.reason.code, 'link.refused', to)
    }
  })
})

describe('the patience of a careful client', () => {
  it('ends with a body that never does', async () => {
    await using stranger = await serve((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
      }
      response.on('drain', more)
      more()
    })
    const got = await clientFor(stranger).fetch(stranger.at('/'), modest)
    assert.equal(got.ok ? '' : got.reason.code, 'fetch.too-large')
  })

  it('does not believe a small Content-Length', async () => {
    const listener = createRawServer((socket) => {
      socket.on('error', () => {})
      socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n${'x'.repeat(50_000)}`)
    })
    await using stranger = await listening(listener)
    const got = await clientFor(stranger).fetch(stranger.at('/'), { ...modest, maxBytes: 100 })
    assert.ok(!got.ok || got.value.bytes.byteLength <= 100)
  })

  it('ends with a server that sends a byte now and then', async () => {
    await using stranger = await serve((_, response) => {
      const drip = setInterval(() => response.write('x'), 10)
      response.on('close', () => clearInterval(drip))
    })
    const wish = { ...modest, maxMilliseconds: 300 }
    const got = await clientFor(stranger).fetch(stranger.at('/'), wish)
    assert.equal(got.ok ? '' : got.reason.code, 'fetch.too-slow')
  })

  it('ends with a server that falls silent in the middle', async () => {
    await using stranger = await serve((_, response) => {
      response.write('half')
    })
    const client = clientFor(stranger, { maxSilence: 200 })
    const got = await client.fetch(stranger.at('/'), { ...modest, maxMilliseconds: 60_000 })
    assert.equal(got.ok ? '' : got.reason.code, 'fetch.too-slow')
  })

  it('ends with a server that never says a word, and with a resolver that does not', async () => {
    await using stranger = await serve(() => {})
    const wish = { ...modest, maxMilliseconds: 200 }
    const got = await clientFor(stranger).fetch(stranger.at('/'), wish)
    assert.equal(got.ok ? '' : got.reason.code, 'fetch.too-slow')
    const deaf = openCarefulClient({ publicUrl, resolve: () => new Promise(() => {}) })
    const unresolved = await deaf.fetch('https://feeds.example/', wish)
    assert.equal(unresolved.ok ? '' : unresolved.reason.code, 'fetch.too-slow')
  })
})

describe('what a careful client unpacks', () => {
  const text = 'The sea had gone further out than anyone had seen. '.repeat(200)
  const packed: Record<string, Buffer> = {
    gzip: gzipSync(text),
    'x-gzip': gzipSync(text),
    br: brotliCompressSync(text),
    deflate: deflateSync(text),
    Deflate: deflateRawSync(text),
    identity: Buffer.from(text),
  }

  it('is every packing it asked for', async () => {
    await using stranger = await serve((request, response) => {
      const packing = request.url?.slice(1) ?? ''
      response.writeHead(200, { 'content-encoding': packing }).end(packed[packing])
    })
    const client = clientFor(stranger)
    for (const packing of Object.keys(packed)) {
      const got = await client.fetch(stranger.at(`/${packing}`), modest)
      assert.equal(got.ok && textIn(got.value.bytes), text, packing)
    }
  })

  it('is counted while it unfolds', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    assert.ok(bomb.byteLength < modest.maxBytes)
    await using stranger = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    })
    const got = await clientFor(stranger).fetch(stranger.at('/'), modest)
    assert.equal(got.ok ? '' : got.reason.code, 'fetch.too-large')
  })

  it('is neither broken nor packed otherwise', async () => {
    await using stranger = await serve((request, response) => {
      const packing = request.url === '/torn' ? 'gzip' : 'gzip, gzip'
      response.writeHead(200, { 'content-encoding': packing })
      response.end(packed.gzip?.subarray(0, 40))
    })
    const client = clientFor(stranger)
    for (const path of ['/torn', '/twice']) {
      const got = await client.fetch(stranger.at(path), modest)
      assert.equal(got.ok ? '' : got.reason.code, 'fetch.failed')
    }
  })
})

const loopback = [{ address: '127.0.0.1', family: 4 }]
const namesInside: Record<string, { address: string; family: number }[]> = {
  localhost: loopback,
  'localhost.': loopback,
  LOCALHOST: loopback,
  'a.localhost': loopback,
  'inside.example': loopback,
  'mapped.example': [{ address: '::ffff:127.0.0.1', family: 6 }],
  'six.example': [{ address: '::1', family: 6 }],
  'nat64.example': [{ address: '64:ff9b::7f00:1', family: 6 }],
  'sixtofour.example': [{ address: '2002:7f00:1::', family: 6 }],
  'meta.example': [{ address: '169.254.169.254', family: 4 }],
  'home.example': [{ address: '192.168.0.10', family: 4 }],
}

/** Ways to write an address of this machine or of its neighbours. PORT is where `inside` listens. */
const formsOfInside = [
  'http://127.0.0.1:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://127.1:PORT/',
  'http://127.0.1:PORT/',
  'http://127.255.255.254:PORT/',
  'http://2130706433:PORT/',
  'http://2130706433.:PORT/',
  'http://017700000001:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://0177.0.0.01:PORT/',
  'http://0x7f.1:PORT/',
  'http://0x7f000001:PORT/',
  'http://0X7F000001:PORT/',
  'http://0x7f.0x0.0x0.0x1:PORT/',
  'http://0x7f.0.0x0.01:PORT/',
  'http://①②⑦.⓪.⓪.①:PORT/',
  'http://１２７.０.０.１:PORT/',
  'http://127。0。0。1:PORT/',
  'http://127．0．0．1:PORT/',
  'http://%31%32%37.0.0.1:PORT/',
  'http:\\\\127.0.0.1:PORT\\',
  'http:/127.0.0.1:PORT/',
  'http:127.0.0.1:PORT/',
  'http:////127.0.0.1:PORT/',
  ' http://127.0.0.1:PORT/ ',
  'ht\ntp://127.0.0.1:PORT/',
  'HTTP://127.0.0.1:PORT/',
  'https://127.0.0.1:PORT/',
  'http://0:PORT/',
  'http://0.0.0.0:PORT/',
  'http://00000000:PORT/',
  'http://0x0:PORT/',
  'http://[::]:PORT/',
  'http://[::1]:PORT/',
  'http://[0:0:0:0:0:0:0:1]:PORT/',
  'http://[0000:0000:0000:0000:0000:0000:0000:0001]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[0:0:0:0:0:ffff:7f00:0001]:PORT/',
  'http://[::127.0.0.1]:PORT/',
  'http://[::7f00:1]:PORT/',
  'http://[::ffff:0:127.0.0.1]:PORT/',
  'http://[64:ff9b::127.0.0.1]:PORT/',
  'http://[64:ff9b::7f00:1]:PORT/',
  'http://[64:ff9b:1::7f00:1]:PORT/',
  'http://[2002:7f00:1::]:PORT/',
  'http://[2002:7f00:0001::1]:PORT/',
  'http://[2001:0:4136:e378:8000:63bf:80ff:fffe]:PORT/',
  'http://[fc00::1]:PORT/',
  'http://[fd00:ec2::254]/',
  'http://[fe80::1]:PORT/',
  'http://[fe80::1%25eth0]:PORT/',
  'http://[fec0::1]:PORT/',
  'http://[ff02::1]:PORT/',
  'http://[2001:db8::1]:PORT/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/',
  'http://0xa9fea9fe/',
  'http://[::ffff:169.254.169.254]/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://localhost:PORT/',
  'http://localhost.:PORT/',
  'http://LOCALHOST:PORT/',
  'http://lOcAlHoSt:PORT/',
  'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:PORT/',
  'http://a.localhost:PORT/',
  'http://inside.example:PORT/',
  'http://mapped.example:PORT/',
  'http://six.example:PORT/',
  'http://nat64.example:PORT/',
  'http://sixtofour.example:PORT/',
  'http://meta.example/',
  'http://home.example/',
  'http://inside.example@127.0.0.1:PORT/',
  'http://1.1.1.1@127.0.0.1:PORT/',
  'http://1.1.1.1%23@127.0.0.1:PORT/',
  'http://127.0.0.1:PORT\\@feeds.example/',
  'http://:@127.0.0.1:PORT/',
  '//127.0.0.1:PORT/',
  '127.0.0.1:PORT',
  '',
]

/** Addresses that are refused for themselves, wherever their host may be. */
const otherForms = [
  'http://feeds.example:8080/',
  'http://feeds.example:22/',
  'https://feeds.example:6379/',
  'http://feeds.example:0/',
  'https://ada@feeds.example/',
  'https://ada:sesame@feeds.example/',
  'https://:sesame@feeds.example/',
  'file:///etc/passwd',
  'file://feeds.example/etc/passwd',
  'ftp://feeds.example/feed.xml',
  'gopher://feeds.example:70/1',
  'data:text/plain,hello',
  'javascript:alert(1)',
  'blob:https://feeds.example/1',
  'ws://feeds.example/',
  'feed://feeds.example/rss',
  'jar:http://feeds.example!/',
  'feeds.example/rss',
  '/rss',
  'http://',
  'https://feeds.example:99999/',
  'http://1.1.1.256/',
]

interface Stranger extends AsyncDisposable {
  readonly port: number
  at(path: string): string
  connections(): number
}

function serve(answer: RequestListener): Promise<Stranger> {
  return listening(createServer(answer))
}

async function listening(server: ReturnType<typeof createRawServer>): Promise<Stranger> {
  let connections = 0
  const open = new Set<Socket>()
  server.on('connection', (socket) => {
    connections += 1
    open.add(socket)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address: AddressInfo | string | null = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  return {
    port,
    at: (path) => `http://feeds.example:${port}${path}`,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}

/** A client for which this one stranger is the public internet. */
function clientFor({ port }: Stranger, options: Partial<ClientOptions> = {}) {
  const resolve = async () => loopback
  return openCarefulClient({ publicUrl, resolve, isPublic: () => true, ports: [port], ...options })
}

function textIn(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

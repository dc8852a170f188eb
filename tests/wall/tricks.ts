import type { Headers } from './reader-at.ts'

/** One request, as it goes over the wire: the path is sent as it stands here. */
export interface Request {
  readonly method: string
  readonly path: string
  readonly headers: Headers
  /** HTTP 1.0 has neither hosts nor connections that stay. */
  readonly old?: boolean
}

export type Trick = (request: Request) => Request

/** Puts something at the end of the path, before the question. */
const suffix =
  (text: string): Trick =>
  (request) => ({ ...request, path: request.path.replace(/(?=\?|$)/, text) })

const asks =
  (question: string): Trick =>
  (request) => ({
    ...request,
    path: `${request.path}${request.path.includes('?') ? '&' : '?'}${question}`,
  })

const path =
  (change: (path: string) => string): Trick =>
  (request) => ({ ...request, path: change(request.path) })

/** Joined where both have one: the cookies of a trick beside those of the viewer. */
const says =
  (headers: Headers): Trick =>
  (request) => {
    const cookie = [request.headers.cookie, headers.cookie].filter(Boolean).join('; ')
    return { ...request, headers: { ...request.headers, ...headers, ...(cookie && { cookie }) } }
  }

const method =
  (name: string): Trick =>
  (request) => ({ ...request, method: name })

const lastPart = (change: (part: string) => string) =>
  path((whole) => whole.replace(/[^/?]+(?=\?|$)/, change))

const suffixes = [
  ...['.json', '.md', '.txt', '.xml', '.html', '.amp', '.pdf', '.epub', '.rss', '.atom', '.ndjson'],
  ...[
    '/',
    '//',
    '/.',
    '/amp',
    '/print',
    '/x.css',
    '/index.html',
    '/rest',
    '/%2e%2e/',
    '/text.json',
  ],
  ...[';x.css', ';jsessionid=1', '%2fx.css', '%00.css', '%20', '.', '%23rest', '%3fa', '~', '.bak'],
  ...['\\x.css', '%5cx.css', '%0d%0aX-Rest:1', '%e2%80%8b', '%c2%ad', '@2', ',v', '/1', '/audio'],
]

const questions = [
  ...['amp=1', 'print=1', 'preview=1', 'preview=true&token=x', 'revision=1', 'revision=0'],
  ...['format=json', 'format=txt', 'outputType=amp', 'view=full', 'page=all', 'full=1', 'raw=1'],
  ...['_escaped_fragment_=', 'callback=x', 'utm_source=newsletter', 'share=1', 'gift=1', 'free=1'],
  ...['token=x', 'access=1', 'subscriber=1', 'role=operator', 'reader=operator', 'meter=0'],
  ...['include=rest', 'fields=rest', 'lang=nl', 'translate=nl', '_method=GET', 'debug=1'],
  ...['return=/en', 'as=subscriber', 'cache=no', 'a[]=1&a[]=2', '%00=1', 't=1&t=2'],
]

const paths: Readonly<Record<string, Trick>> = {
  'two slashes first': path((given) => `/${given}`),
  'two slashes within': path((given) => given.replace(/\/(?=[^/]*$)/, '//')),
  'a dot within': path((given) => given.replace(/\/(?=[^/]*$)/, '/./')),
  'an encoded dot within': path((given) => given.replace(/\/(?=[^/]*$)/, '/%2e/')),
  'a way back': path((given) => `/en/x/../..${given}`),
  'an encoded way back': path((given) => `/assets/%2e%2e${given}`),
  'an encoded slash': path((given) => given.replace(/\/(?=[^/]*$)/, '%2f')),
  'a path encoded twice': lastPart((part) => part.replace('-', '%252d')),
  'every letter encoded': lastPart((part) => part.replace(/[a-z]/g, (one) => `%${hex(one)}`)),
  'the last part in capitals': lastPart((part) => part.toUpperCase()),
  'all in capitals': path((given) => given.toUpperCase()),
  'wide letters': lastPart((part) => part.replace(/^[a-z]/, (one) => wide(one))),
  'a mark on a letter': lastPart((part) => part.replace(/^./, (one) => `${one}%cc%81`)),
  'a mark that is not seen': lastPart((part) => part.replace(/^./, (one) => `${one}%e2%80%8d`)),
  'another locale': path((given) => given.replace(/^\/en(?=\/|$)/, '/nl')),
  'a region': path((given) => given.replace(/^\/en(?=\/|$)/, '/en-US')),
  'a locale in capitals': path((given) => given.replace(/^\/en(?=\/|$)/, '/EN')),
  'no such locale': path((given) => given.replace(/^\/en(?=\/|$)/, '/xx')),
  'no locale': path((given) => given.replace(/^\/en\//, '/')),
  'a whole address': path((given) => `http://localhost:3000${given}`),
}

const hex = (letter: string) => letter.charCodeAt(0).toString(16)
const wide = (letter: string) =>
  encodeURIComponent(String.fromCodePoint(letter.charCodeAt(0) + 0xfee0))

const methods = ['HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'REPORT', 'TRACE']

const headers: readonly Headers[] = [
  ...['GET', 'PUT', 'HEAD'].map((name) => ({ 'x-http-method-override': name })),
  { 'x-method-override': 'GET', 'x-http-method': 'GET' },
  { 'x-original-url': '/en', 'x-rewrite-url': '/en' },
  { 'x-forwarded-host': 'localhost', 'x-forwarded-proto': 'https', 'x-forwarded-prefix': '/x' },
  { host: 'localhost' },
  { host: 'evil.example' },
  { range: 'bytes=2000-' },
  { range: 'bytes=0-9,5000-6000', 'if-range': '"x"' },
  { 'if-none-match': '*' },
  { 'if-none-match': 'W/"x", "y"' },
  { 'if-match': '*' },
  { 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
  { 'if-modified-since': 'Fri, 31 Dec 2099 00:00:00 GMT' },
  ...['br', 'gzip', 'zstd', 'deflate', 'compress', '*', 'identity;q=0', 'gzip;q=0, br'].map(
    (coding) => ({ 'accept-encoding': coding }),
  ),
  ...[
    ...[
      'application/json',
      'text/markdown, text/plain',
      'application/ld+json',
      'text/event-stream',
    ],
    ...['application/activity+json', 'application/epub+zip', 'application/rss+xml', 'image/webp'],
    ...['application/pdf', 'audio/mpeg', 'application/x-ndjson', 'text/x-component', '*/*;q=0'],
  ].map((accept) => ({ accept })),
  { 'accept-language': 'nl' },
  { 'accept-language': 'x'.repeat(900) },
  { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' },
  { 'sec-purpose': 'prefetch', 'x-moz': 'prefetch', 'x-purpose': 'preview' },
  { 'x-prerender': '1', prerender: '1' },
  { 'x-requested-with': 'XMLHttpRequest', 'hx-request': 'true', 'turbo-frame': 'rest', rsc: '1' },
  { 'service-worker': 'script', 'service-worker-navigation-preload': 'true' },
  { 'sec-fetch-dest': 'iframe', 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'cross-site' },
  { origin: 'https://evil.example' },
  { 'cache-control': 'no-cache', pragma: 'no-cache' },
  { 'surrogate-capability': 'kiosk="ESI/1.0"' },
  { 'save-data': 'on', dnt: '1', 'sec-gpc': '1' },
  { 'content-type': 'application/json', expect: '' },
  { cookie: 'paywall=off; reader=1; theme=dark' },
]

/** Everything that people try to get past a wall, by what it is called in a finding. */
export const tricks: Readonly<Record<string, Trick>> = {
  ...Object.fromEntries(suffixes.map((text) => [`suffix ${text}`, suffix(text)])),
  ...Object.fromEntries(questions.map((text) => [`question ${text}`, asks(text)])),
  ...paths,
  ...Object.fromEntries(methods.map((name) => [`method ${name}`, method(name)])),
  ...Object.fromEntries(headers.map((one) => [`header ${JSON.stringify(one)}`, says(one)])),
  'a question nobody asked before': (request) => asks(`_=${request.path.length}7`)(request),
  'HTTP 1.0': (request) => ({ ...request, old: true }),
}

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { deviceOf } from './device.ts'

const mozilla = 'Mozilla/5.0'

it('a browser is known by its name and what it runs on', () => {
  const known = [
    [`${mozilla} (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0`, 'Firefox', 'Linux'],
    [
      `${mozilla} (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0 Safari/537.36`,
      'Chrome',
      'Windows',
    ],
    [
      `${mozilla} (Windows NT 10.0) AppleWebKit/537.36 Chrome/156 Safari/537 Edg/156`,
      'Edge',
      'Windows',
    ],
    [
      `${mozilla} (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604`,
      'Safari',
      'iPhone',
    ],
    [
      `${mozilla} (iPhone; CPU iPhone OS 19_0 like Mac OS X) FxiOS/150.0 Safari/604`,
      'Firefox',
      'iPhone',
    ],
    [`${mozilla} (Linux; Android 16) Chrome/156.0 Mobile Safari/537.36`, 'Chrome', 'Android'],
    [`${mozilla} (Macintosh; Intel Mac OS X 10_15_7) Version/19.0 Safari/605`, 'Safari', 'macOS'],
    ['curl/8.1', '', ''],
    ['', '', ''],
  ] as const
  for (const [agent, browser, system] of known) {
    assert.deepEqual(deviceOf(agent), { browser, system }, agent)
  }
})

it('a header as long as a book is read no further than its first line', () => {
  assert.deepEqual(deviceOf(`${'x'.repeat(600)} Firefox/1`), { browser: '', system: '' })
})

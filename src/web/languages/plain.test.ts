import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MessageFormat, parseMessage } from 'messageformat'
import ar from '../../../locales/ar.json' with { type: 'json' }
import en from '../../../locales/en.json' with { type: 'json' }
import nl from '../../../locales/nl.json' with { type: 'json' }
import { filled, plainParts } from './plain.ts'

const asItIs = (value: string) => value
const fill = (source: string, values: Record<string, string | number>) => {
  const parts = plainParts(parseMessage(source))
  return parts && filled(parts, values, asItIs)
}

describe('a plain sentence', () => {
  it('says what the message format says, in every language', () => {
    let plain = 0
    for (const source of [en, nl, ar].flatMap((file) => Object.values(file))) {
      const parts = plainParts(parseMessage(source))
      if (parts === null) continue
      plain += 1
      const names = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.name]))
      const values = Object.fromEntries(names.map((name) => [name, `«${name}»`]))
      const message = new MessageFormat('en', source, { bidiIsolation: 'none' })
      assert.equal(filled(parts, values, asItIs), message.format(values), source)
    }
    assert.ok(plain > 100)
  })

  it('leaves numbers, choices and what is missing to the message format', () => {
    assert.equal(fill('By {$names}', { names: 'Ana' }), 'By Ana')
    assert.equal(fill('More than {$count}', { count: 9_300 }), null)
    assert.equal(fill('By {$names}', {}), null)
    assert.equal(fill('{$count :integer} stories', { count: '3' }), null)
    assert.equal(fill('.input {$n :integer}\n.match $n\n* {{{$n} stories}}', { n: '3' }), null)
    assert.equal(fill('{#b}By{/b} {$names}', { names: 'Ana' }), null)
  })
})

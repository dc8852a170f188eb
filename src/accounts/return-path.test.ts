import assert from 'node:assert/strict'
import { it } from 'node:test'
import { returnPathIn } from './return-path.ts'

it('a path of this stand is gone back to, with its question and its place', () => {
  for (const path of ['/', '/nl/publications/tide/2031-04-02/low-water?x=1#rest', '/ar/مرفأ']) {
    assert.equal(returnPathIn(path), new URL(path, 'https://x').href.slice('https://x'.length))
  }
})

it('nothing leads to another stand, however it is written', () => {
  const elsewhere = [
    ...['https://evil.example', '//evil.example', '/\\evil.example', '\\\\evil.example', 'nl', ''],
    ...['/\t/evil.example', '/\n/evil.example', '/..//evil.example', '/./\\evil.example', '///x'],
    ...['javascript:alert(1)', ' /nl', `/${'a'.repeat(2_000)}`, '/nl\u202E'],
  ]
  for (const path of elsewhere) assert.equal(returnPathIn(path), null, JSON.stringify(path))
})

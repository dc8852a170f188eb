import assert from 'node:assert/strict'
import { it } from 'node:test'
import { codeLine } from './tell-code.ts'

it('only mails with a code are worth a line in the terminal', () => {
  const to = { to: 'ana@saltmere.example', locale: 'nl' }
  const facts = { code: '012345', link: 'http://localhost:3000/nl/sign-in/abc', minutes: 10 }
  const line = codeLine({ kind: 'sign-in', facts, ...to })
  assert.match(line ?? '', /^Code for ana@saltmere\.example: 012345 /)
  assert.equal(codeLine({ kind: 'account-deleted', facts: {}, ...to }), null)
})

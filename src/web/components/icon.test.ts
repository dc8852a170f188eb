import assert from 'node:assert/strict'
import { it } from 'node:test'
import { textOf } from '../page.ts'
import { icon } from './icon.ts'

it('an icon is drawn in the page, and has no name of its own', () => {
  const drawn = textOf(icon('share'))
  assert.match(drawn, /^<svg class="icon" [^>]*aria-hidden="true"><path d="M12 15[^"]*"\/><\/svg>$/)
})

it('an arrow along the line of text turns round with it, and other icons do not', () => {
  assert.match(textOf(icon('next')), /class="icon turns"/)
  assert.match(textOf(icon('previous')), /class="icon turns"/)
  assert.doesNotMatch(textOf(icon('search')), /turns/)
})

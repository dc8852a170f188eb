import assert from 'node:assert/strict'
import { it } from 'node:test'
import { topicFrom } from './topic-from.ts'

it('knows a topic by what sections are called in six languages', () => {
  const told = ['Sport', 'Wetenschap', 'Küche', 'Économie', 'Política', 'الثَّقافة']
  const found = told.map((word) => topicFrom([word]))
  assert.deepEqual(found, ['sport', 'science', 'food', 'economy', 'politics', 'culture'])
})

it('knows the codes of IPTC Media Topics, alone and in an address', () => {
  assert.equal(topicFrom(['medtop:15000000']), 'sport')
  assert.equal(topicFrom(['http://cv.iptc.org/newscodes/mediatopic/07000000']), 'health')
  assert.equal(topicFrom(['medtop:20000822']), null)
})

it('takes the first word that names one', () => {
  assert.equal(topicFrom(['From the Wall', 'Kitchen', 'Sport']), 'food')
  assert.equal(topicFrom(['From the Wall', '']), null)
})

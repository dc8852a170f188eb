import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { elementsIn } from './elements-in.ts'

const found = (text: string, isWellFormed = false) =>
  elementsIn(text, { names: ['i', 'x:i'], around: ['r'], isWellFormed }).map(
    ({ start, end, closing, isCutOff }) =>
      `${text.slice(start, end)}${closing}${isCutOff ? ' …' : ''}`,
  )

describe('the elements of a text', () => {
  it('are found whatever their letter case, prefix and attributes', () => {
    const items = ['<i>1</i>', '<I a="b">2</I >', '<x:i\n>3</x:i>', '<i/>', '<i a=""/>']
    assert.deepEqual(found(`<r><in>0</in>${items.join(' ')}</r>`), items)
  })

  it('are outermost ones where the XML is well-formed, and neighbours where it is not', () => {
    const nested = '<r><i><i>1</i><i/></i><i>2</i></r>'
    assert.deepEqual(found(nested, true), ['<i><i>1</i><i/></i>', '<i>2</i>'])
    assert.deepEqual(found('<r><i>1<i>2</i></r>'), ['<i>1</i>', '<i>2</i>'])
  })

  it('end with what is around them, and are cut off where the text ends', () => {
    assert.deepEqual(found('<r><i>1</r>'), ['<i>1</i>'])
    for (const cut of ['<i', '<i a="', '<i>', '<i>1<', '<i>1</i']) {
      assert.deepEqual(found(`<r><i>0</i>${cut}`), ['<i>0</i>', `${cut} …`], cut)
    }
  })

  it('do not overlap where no tag ends', () => {
    assert.deepEqual(found('<r><i <i </i <i '), ['<i <i </i <i  …'])
  })

  it('are not looked for in comments and CDATA', () => {
    const hiding = ['<i><![CDATA[</i><i>]]></i>', '<i><!--</i>--></i>']
    assert.deepEqual(found(`<r><!--<i/>-->${hiding.join('')}</r>`), hiding)
  })

  it('are found behind a comment or CDATA that lost its end', () => {
    for (const open of ['<![CDATA[', '<!--']) {
      const close = open === '<!--' ? '-->' : ']]>'
      const items = [`<i>${open}1</i>`, '<i>2</i>', `<i>${open}3${close}</i>`]
      assert.deepEqual(found(`<r>${items.join('')}</r>`), items)
      assert.deepEqual(found(`<r>${items.slice(0, 2).join('')}</r>`), items.slice(0, 2))
    }
  })
})

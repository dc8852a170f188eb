import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mailAddressIn } from './address.ts'

const keyOf = (text: string) => mailAddressIn(text)?.key ?? null

describe('an e-mail address', () => {
  it('is kept as written and compared without case', () => {
    assert.deepEqual(mailAddressIn(' Ana.Bram@Saltmere.EXAMPLE. '), {
      written: 'Ana.Bram@Saltmere.EXAMPLE.',
      to: 'Ana.Bram@saltmere.example',
      key: 'ana.bram@saltmere.example',
    })
  })

  it('has its domain in ASCII, whatever the script', () => {
    assert.equal(keyOf('ana@bücher.example'), 'ana@xn--bcher-kva.example')
    assert.equal(keyOf('ana@xn--bcher-kva.example'), 'ana@xn--bcher-kva.example')
    assert.equal(keyOf('ana@مثال.example'), 'ana@xn--mgbh0fb.example')
  })

  it('is not the same as one that only looks alike or folds alike', () => {
    // U+017F upper-cases to S, U+0131 is the dotless i, U+0456 a Cyrillic one.
    const several = [
      'sik@x.example',
      '\u017Fik@x.example',
      's\u0131k@x.example',
      's\u0456k@x.example',
    ]
    assert.equal(new Set(several.map(keyOf)).size, 4)
    assert.equal(mailAddressIn('\u212Aim@x.example')?.to, 'Kim@x.example')
    assert.equal(keyOf('jose\u0301@x.example'), keyOf('jos\u00E9@x.example'))
  })

  it('is refused where mail could go astray, or a header could begin', () => {
    const wrong = [
      ...['', 'ana', '@x.example', 'ana@', 'ana@localhost', 'ana@127.0.0.1', 'ana@[127.0.0.1]'],
      ...['a@b@x.example', 'ana@x.example\nBcc: b@x.example', 'ana @x.example', '"ana"@x.example'],
      ...['.ana@x.example', 'ana..b@x.example', 'ana@ex%61mple.org', 'ana@x.example/path'],
      ...[
        '<ana@x.example>',
        'ana@x..example',
        'ana@-x.example',
        'a,b@x.example',
        'ana\u0000@x.example',
      ],
      `${'a'.repeat(65)}@x.example`,
      `ana@${'a.'.repeat(130)}example`,
    ]
    for (const text of wrong) assert.equal(mailAddressIn(text), null, text)
  })
})

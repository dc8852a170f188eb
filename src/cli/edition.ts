import { moneyIn, moneyText } from '#ground/money'
import { type Call, UsageError } from './call.ts'
import { namesIn } from './story-name.ts'

/** `kiosk edition price <publication[/edition]> <amount>|none`, `kiosk edition prices` */
export async function edition(call: Call): Promise<number> {
  const [verb, name, amount, ...more] = call.words
  if (verb === 'prices' && name === undefined) return list(call)
  if (verb === 'price' && name !== undefined && amount !== undefined && more.length === 0) {
    return price(call, name, amount)
  }
  throw new UsageError(
    'Say: kiosk edition price the-tide "EUR 2.50", or kiosk edition price the-tide none',
  )
}

async function price({ stand }: Call, name: string, amount: string): Promise<number> {
  const [slug = '', day, ...more] = namesIn(name)
  if (more.length > 0)
    throw new UsageError(`"${name}" is a story: name an edition or a publication`)
  const money = amount === 'none' ? null : moneyIn(amount)
  if (amount !== 'none' && (money === null || money.minor === 0)) {
    throw new UsageError(`A price must be an amount such as "EUR 2.50", or none, not "${amount}"`)
  }
  const publication = await stand.publications.bySlug(slug)
  const found = day === undefined ? null : await stand.editions.byAddress(slug, day)
  if (publication === null || (day !== undefined && found === null)) {
    process.stderr.write(`There is no "${name}" on this stand.\n`)
    return 1
  }
  await stand.access.editionPrices.set(publication.id, found?.id ?? '', money)
  const what = day === undefined ? `Each edition of ${slug}` : `${slug}/${day}`
  const said =
    money === null
      ? `${what} has no price of its own any more.`
      : `${what} costs ${moneyText(money, 'en')} alone.`
  process.stdout.write(`${said}\n`)
  return 0
}

async function list({ stand, options }: Call): Promise<number> {
  const prices = await stand.access.editionPrices.all()
  if (options.json === true) {
    for (const one of prices) process.stdout.write(`${JSON.stringify(one)}\n`)
    return 0
  }
  if (prices.length === 0) process.stdout.write('No edition is sold alone: kiosk edition price\n')
  for (const { publication, edition: day, price: money } of prices) {
    const what = day === '' ? `${publication}, each edition` : `${publication}/${day}`
    process.stdout.write(`${what}: ${moneyText(money, 'en')}\n`)
  }
  return 0
}

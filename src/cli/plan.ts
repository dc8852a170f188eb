import {
  checkPlan,
  mostSeats,
  mostTrialDays,
  type Period,
  type Plan,
  type PlanFault,
  type PlanScope,
} from '#access'
import { type Money, moneyIn, moneyText } from '#ground/money'
import { type Call, UsageError } from './call.ts'
import { wholeNumberIn } from './number.ts'

/** `kiosk plan add <name>`, `… price <name> <amount>`, `… retire <name>`, `… list` */
export async function plan(call: Call): Promise<number> {
  const [verb = '', ...words] = call.words
  const act = verbs[verb]
  if (act === undefined) {
    throw new UsageError('Say what to do: kiosk plan add, price, retire or list')
  }
  return act({ ...call, words })
}

const verbs: Readonly<Record<string, (call: Call) => Promise<number>>> = {
  add,
  price,
  retire,
  list,
}

const faults: Readonly<Record<PlanFault, string>> = {
  'no-name': 'A plan needs a name: kiosk plan add GOLD',
  'long-name': 'The name of a plan has at most 40 letters.',
  'bad-trial': `--trial must be a number of days from 0 to ${mostTrialDays}`,
  'bad-seats': `--seats must be a number from 0 to ${mostSeats}`,
  'opens-nothing': '--opens must name at least one publication, or be "stand"',
}

async function add(call: Call): Promise<number> {
  const { stand, options } = call
  const name = oneName(call, 'kiosk plan add GOLD --trial 14 --price "EUR 9.99"')
  const amount = options.price === undefined ? null : moneyOf(options.price)
  const draft = checkPlan({
    name,
    scope: await scopeIn(call),
    trialDays: wholeNumberIn('--trial', options.trial, 0),
    seats: wholeNumberIn('--seats', options.seats, 0),
  })
  if (!draft.ok) throw new UsageError(faults[draft.reason])
  const added = await stand.access.plans.add(draft.value, stand.desk.clock())
  if (!added.ok) {
    process.stderr.write(`There is a plan "${name}" already: kiosk plan list\n`)
    return 1
  }
  if (amount === null) {
    process.stdout.write(`${describe(added.value)}\nIt has no price yet: kiosk plan price\n`)
    return 0
  }
  await stand.access.plans.setPrice(
    added.value.id,
    { per: perIn(call), price: amount },
    stand.desk.clock(),
  )
  return list(call)
}

async function price(call: Call): Promise<number> {
  const { stand, words } = call
  const [name, amount, ...more] = words
  if (name === undefined || amount === undefined || more.length > 0) {
    throw new UsageError('Name the plan and what it costs: kiosk plan price GOLD "EUR 9.99"')
  }
  const found = await planNamed(call, name)
  if (found === null) return 1
  const asked = { per: perIn(call), price: moneyOf(amount) }
  await stand.access.plans.setPrice(found.id, asked, stand.desk.clock())
  const changed = await stand.access.plans.byId(found.id)
  process.stdout.write(`${describe(changed ?? found)}\nWho pays another price keeps it.\n`)
  return 0
}

async function retire(call: Call): Promise<number> {
  const found = await planNamed(call, oneName(call, 'kiosk plan retire GOLD'))
  if (found === null) return 1
  const done = await call.stand.access.plans.retire(found.id, call.stand.desk.clock())
  const said = done
    ? `${found.name} is not sold any more. Who has it keeps it.`
    : `${found.name} was retired before.`
  process.stdout.write(`${said}\n`)
  return 0
}

async function list({ stand, options }: Call): Promise<number> {
  const plans = await stand.access.plans.all()
  if (options.json === true) {
    for (const one of plans) process.stdout.write(`${JSON.stringify(one)}\n`)
    return 0
  }
  if (plans.length === 0) process.stdout.write('No plans yet: kiosk plan add GOLD\n')
  for (const one of plans) process.stdout.write(`${describe(one)}\n`)
  return 0
}

async function planNamed({ stand }: Call, name: string): Promise<Plan | null> {
  const found = await stand.access.plans.byName(name)
  if (found === null) process.stderr.write(`There is no plan "${name}": kiosk plan list\n`)
  return found
}

/** "GOLD\n  opens the whole stand · 14 days for nothing · 5 seats\n  €9.99 a month" */
function describe({ name, scope, trialDays, seats, prices, retiredAt }: Plan): string {
  const about = [
    `opens ${scopeText(scope)}`,
    trialDays === 0 ? 'no trial' : `${trialDays} days for nothing`,
    seats === 0 ? 'no household' : `a household of ${seats} more`,
    ...(retiredAt === null ? [] : [`retired ${retiredAt}`]),
  ]
  const costs = prices.map(({ per, price: amount }) => `\n  ${moneyText(amount, 'en')} a ${per}`)
  return `${name}\n  ${about.join(' · ')}${costs.join('')}`
}

function scopeText(scope: PlanScope): string {
  if (scope.what === 'stand') return 'the whole stand'
  return scope.what === 'kind' ? `every ${scope.kind}` : `${scope.ids.length} publications`
}

async function scopeIn({ stand, options }: Call): Promise<PlanScope> {
  const given = options.opens ?? 'stand'
  if (given === 'stand') return { what: 'stand' }
  if (given === 'newspaper' || given === 'magazine' || given === 'journal') {
    return { what: 'kind', kind: given }
  }
  const ids: string[] = []
  for (const slug of given.split(',').map((one) => one.trim())) {
    const publication = await stand.publications.bySlug(slug)
    if (publication === null) throw new UsageError(`There is no publication "${slug}" to open.`)
    ids.push(publication.id)
  }
  return { what: 'publications', ids }
}

function oneName({ words }: Call, example: string): string {
  const [name, ...more] = words
  if (name === undefined || more.length > 0) throw new UsageError(`Name one plan: ${example}`)
  return name
}

function perIn({ options }: Call): Period {
  const { per = 'month' } = options
  if (per === 'month' || per === 'year') return per
  throw new UsageError(`--per must be month or year, not "${per}"`)
}

function moneyOf(text: string): Money {
  const money = moneyIn(text)
  if (money !== null && money.minor > 0) return money
  throw new UsageError(`A price must be an amount such as "EUR 9.99", not "${text}"`)
}

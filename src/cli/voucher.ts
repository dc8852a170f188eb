import { makeVouchers, mostMonths, mostVouchers } from '#access'
import { type Call, dayIn, UsageError } from './call.ts'
import { wholeNumberIn } from './number.ts'

/** `kiosk voucher create --plan gold --months 12 --count 20`, `kiosk voucher list` */
export async function voucher(call: Call): Promise<number> {
  const [verb, ...more] = call.words
  if (more.length === 0 && verb === 'create') return create(call)
  if (more.length === 0 && verb === 'list') return list(call)
  throw new UsageError(
    'Say: kiosk voucher create --plan GOLD --months 12 --count 20, or kiosk voucher list',
  )
}

async function create({ stand, options }: Call): Promise<number> {
  const name = options.plan ?? ''
  const plan = await stand.access.plans.byName(name)
  if (plan === null) throw new UsageError(`--plan must name a plan of the stand, not "${name}"`)
  const months = wholeNumberIn('--months', options.months, 0)
  if (months < 1 || months > mostMonths) {
    throw new UsageError(`--months must be a whole number from 1 to ${mostMonths}`)
  }
  const count = wholeNumberIn('--count', options.count, 1)
  if (count < 1 || count > mostVouchers) {
    throw new UsageError(`--count must be a whole number from 1 to ${mostVouchers}`)
  }
  const until = dayIn('--until', options.until, stand.desk.timeZone)
  const draft = { planId: plan.id, months, batch: options.note ?? '', until }
  const needs = { vouchers: stand.access.vouchers, clock: stand.desk.clock }
  const codes = await makeVouchers(needs, draft, count)
  for (const code of codes) process.stdout.write(`${code}\n`)
  const each = `${plan.name} for ${months} ${months === 1 ? 'month' : 'months'}`
  // Apart from the codes, so that they alone go into a file.
  process.stderr.write(`${count} × ${each}. Keep the codes: nobody can show them again.\n`)
  return 0
}

async function list({ stand, options }: Call): Promise<number> {
  const batches = await stand.access.vouchers.batches()
  if (options.json === true) {
    for (const one of batches) process.stdout.write(`${JSON.stringify(one)}\n`)
    return 0
  }
  if (batches.length === 0) process.stdout.write('No vouchers yet: kiosk voucher create\n')
  for (const { batch, plan, months, made, redeemed, until } of batches) {
    const about = batch === '' ? '' : ` (${batch})`
    const end = until === null ? '' : `, to be redeemed before ${until}`
    process.stdout.write(
      `${plan} for ${months} months${about}: ${redeemed} of ${made} redeemed${end}\n`,
    )
  }
  return 0
}

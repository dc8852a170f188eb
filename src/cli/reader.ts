import {
  mailAddressIn,
  type Reader,
  type Role,
  type RoleName,
  removeReader,
  roleNames,
} from '#accounts'
import { newId } from '#ground/ids'
import { type Call, oneOf, UsageError } from './call.ts'

/** `kiosk reader add <e-mail>`, `kiosk reader list`, `kiosk reader remove <e-mail>` */
export async function reader(call: Call): Promise<number> {
  const [verb = '', ...words] = call.words
  const act = verbs[verb]
  if (act === undefined) throw new UsageError('Say what to do: kiosk reader add, list or remove')
  return act({ ...call, words })
}

const verbs: Readonly<Record<string, (call: Call) => Promise<number>>> = { add, list, remove }

async function add(call: Call): Promise<number> {
  const { readers, clock } = call.stand.accounts
  const { written, key } = oneAddress(call)
  const role = await roleIn(call)
  const { reader: found, added } = await readers.findOrAdd({
    ...{ id: newId(), address: written, addressKey: key, name: '', choices: [] },
    locale: call.stand.desk.language,
    joinedAt: clock(),
  })
  const given = role !== null && (await readers.giveRole(found.id, role, clock()))
  say(`${found.address} ${added ? 'is a reader now' : 'is a reader already'}.`)
  if (given) say(`They are ${call.options.role} now. They sign in on the stand with this address.`)
  return 0
}

async function list({ stand, options }: Call): Promise<number> {
  const { readers } = stand.accounts
  const all = await readers.all()
  const roles = await readers.rolesOf(all.map(({ id }) => id))
  const slugs = await slugsOf(stand, [...roles.values()].flat())
  for (const one of all) {
    const theirs = (roles.get(one.id) ?? []).map((role) => roleName(role, slugs))
    const { address, name, locale, joinedAt } = one
    const facts = { address, name, locale, joinedAt, roles: theirs }
    say(
      options.json === true
        ? JSON.stringify(facts)
        : [address, name, ...theirs, `since ${joinedAt}`].filter(Boolean).join(' · '),
    )
  }
  if (all.length === 0 && options.json !== true) say('No readers yet: kiosk reader add <e-mail>')
  return 0
}

async function remove(call: Call): Promise<number> {
  const { accounts } = call.stand
  const { written, key } = oneAddress(call)
  const role = await roleIn(call)
  const found = await accounts.readers.byAddress(key)
  if (found === null) return complain(`Nobody has the address ${written}: kiosk reader list`)
  if (role !== null) return removeRole(call, found, role)
  await removeReader(accounts, found)
  say(`${found.address} is gone, with everything that was known of them. They are told by mail.`)
  return 0
}

async function removeRole({ stand, options }: Call, found: Reader, role: Role): Promise<number> {
  const taken = await stand.accounts.readers.takeRole(found.id, role)
  if (!taken) return complain(`${found.address} is not ${options.role}: kiosk reader list`)
  say(`${found.address} is not ${options.role} any more.`)
  return 0
}

function oneAddress({ words }: Call) {
  const [text = '', ...more] = words
  const address = mailAddressIn(text)
  if (address !== null && more.length === 0) return address
  throw new UsageError('Give one e-mail address, such as ana@saltmere.example')
}

/** The role that the options name, for the publication that they name. */
async function roleIn({ stand, options }: Call): Promise<Role | null> {
  const { role, publication: slug } = options
  if (role === undefined && slug === undefined) return null
  if (role === undefined) throw new UsageError('--publication needs --role publisher or editor')
  const kind: RoleName = oneOf('--role', role, roleNames)
  if (kind === 'operator') {
    if (slug === undefined) return { kind }
    throw new UsageError('An operator runs the whole stand: leave --publication out')
  }
  const publication = slug === undefined ? null : await stand.publications.bySlug(slug)
  if (slug !== undefined && publication === null) {
    throw new UsageError(`There is no publication "${slug}" on this stand`)
  }
  const publicationId = publication?.id ?? null
  if (kind === 'editor') return { kind, publicationId }
  if (publicationId !== null) return { kind, publicationId }
  throw new UsageError('A publisher answers for one publication: name it with --publication SLUG')
}

/** Publications by id; one without a story on the stand is told by its id. */
async function slugsOf(stand: Call['stand'], roles: readonly Role[]) {
  const named = roles.some((role) => role.kind !== 'operator' && role.publicationId !== null)
  const all = named ? await stand.publications.onStand() : []
  return new Map(all.map(({ id, slug }) => [id, slug]))
}

function roleName(role: Role, slugs: ReadonlyMap<string, string>): string {
  if (role.kind === 'operator' || role.publicationId === null) return role.kind
  return `${role.kind} of ${slugs.get(role.publicationId) ?? role.publicationId}`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function complain(line: string): number {
  process.stderr.write(`${line}\n`)
  return 1
}

import { type EditionPrices, editionEffects, type NamedEdition, type PurchaseBook } from '#access'
import { instantFrom } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'
import { consentText } from './consent-column.ts'
import { putNotice, putReceipt } from './effects.ts'
import { putGrant } from './grants.ts'
import { editionNames, namedEdition, namedEditions } from './named-editions.ts'

export function editionPrices(database: Database): EditionPrices {
  const { read } = database
  return {
    async of(publicationId, editionId) {
      const found = await read
        .selectFrom('edition_price')
        .select(['currency', 'minor'])
        .where('publication_id', '=', publicationId)
        .where('edition_id', 'in', ['', editionId])
        // The edition's own comes before that of all.
        .orderBy('edition_id', 'desc')
        .orderBy('currency')
        .executeTakeFirst()
      return found === undefined ? null : { minor: Number(found.minor), currency: found.currency }
    },
    async set(publication_id, edition_id, price) {
      await inTurn(database, async (turn) => {
        await turn
          .deleteFrom('edition_price')
          .where('publication_id', '=', publication_id)
          .where('edition_id', '=', edition_id)
          .execute()
        if (price === null) return
        const row = { publication_id, edition_id, ...price }
        await turn.insertInto('edition_price').values(row).execute()
      })
    },
    async isOwned(readerId, editionId) {
      const found = await read
        .selectFrom('access_grant')
        .select('key')
        .where('reader_id', '=', readerId)
        .where('source', '=', 'edition')
        .where('opens_id', '=', editionId)
        .where('until', 'is', null)
        .executeTakeFirst()
      return found !== undefined
    },
    async ownedBy(readerId) {
      const rows = await editionNames(read)
        .innerJoin('access_grant', 'access_grant.opens_id', 'edition.id')
        .select('access_grant.since')
        .where('access_grant.reader_id', '=', readerId)
        .where('access_grant.source', '=', 'edition')
        .where('access_grant.until', 'is', null)
        .orderBy('access_grant.since', 'desc')
        .execute()
      return rows.map((row) => ({ ...namedEdition(row), boughtAt: instantFrom(row.since) }))
    },
    async all() {
      const rows = await read
        .selectFrom('edition_price')
        .innerJoin('publication', 'publication.id', 'edition_price.publication_id')
        .leftJoin('edition', 'edition.id', 'edition_price.edition_id')
        .select(['publication.slug as publication', 'edition.slug as edition'])
        .select(['edition_price.publication_id', 'edition_price.edition_id'])
        .select(['edition_price.currency', 'edition_price.minor'])
        .orderBy('publication.slug')
        .orderBy('edition_price.edition_id')
        .execute()
      return rows.map((row) => ({
        publicationId: row.publication_id,
        editionId: row.edition_id,
        publication: row.publication,
        edition: row.edition ?? '',
        price: { minor: Number(row.minor), currency: row.currency },
      }))
    },
  }
}

export function purchaseBook(database: Database): PurchaseBook {
  return {
    async see({ label, ...purchase }, at) {
      await inTurn(database, async (turn) => {
        const { readerId, editionId, payment, consent } = purchase
        const known = await turn
          .selectFrom('purchase')
          .select('refunded')
          .where('ref', '=', payment.key)
          .executeTakeFirst()
        // An older answer of the provider tells nothing new.
        if (known !== undefined && known.refunded > payment.refunded) return
        const effects = editionEffects(purchase, known === undefined ? null : known.refunded)
        await putGrant(turn, effects.grant, at)
        for (const receipt of effects.receipts) {
          await putReceipt(turn, { ...receipt, readerId, label, editionId })
        }
        const called = nameFacts((await namedEditions(turn, [editionId])).get(editionId))
        for (const { key, kind, facts } of effects.notices) {
          const named = { kind, facts: { ...facts, ...called } }
          await putNotice(turn, { ...named, key: `edition:${key}`, readerId, at })
        }
        const { key: ref, paidAt, amount, refunded } = payment
        const row = { ref, reader_id: readerId, edition_id: editionId, ...amount }
        const agreed = consentText(consent)
        await turn
          .insertInto('purchase')
          .values({ ...row, paid_at: paidAt.epochMilliseconds, refunded, consent: agreed })
          .onConflict((conflict) => conflict.column('ref').doUpdateSet({ refunded }))
          .execute()
      })
    },
  }
}

/** What the mails call it, each in its own language. */
function nameFacts(edition: NamedEdition | undefined) {
  if (edition === undefined) return {}
  const { publicationTitle, publicationSlug, editionSlug, date } = edition
  const slugs = { 'publication-slug': publicationSlug, 'edition-slug': editionSlug }
  return { publication: publicationTitle, day: date.toString(), ...slugs }
}

import { paymentsContract } from '../access/payments.contract.ts'
import { rightsContract } from '../access/rights.contract.ts'
import { sharingContract } from '../access/sharing.contract.ts'
import { subscriptionsContract } from '../access/subscriptions.contract.ts'
import { accountsContract } from '../accounts.contract.ts'
import { alikeContract } from '../alike.contract.ts'
import { catalogueContract } from '../catalogue.contract.ts'
import { collectionsContract } from '../collections.contract.ts'
import { feedsContract } from '../feeds.contract.ts'
import { onStandContract } from '../on-stand.contract.ts'
import { pressContract } from '../press.contract.ts'
import { keepingContract } from '../reading/keeping.contract.ts'
import { readingContract } from '../reading/reading.contract.ts'
import { soundsContract } from '../renderings/sounds.contract.ts'
import { translationsContract } from '../renderings/translations.contract.ts'
import { storiesContract } from '../stories.contract.ts'
import { openPostgresFixture, postgresName } from './postgres.fixture.ts'

const engine = postgresName
const openFresh = openPostgresFixture

storiesContract(engine, openFresh)
accountsContract(engine, openFresh)
alikeContract(engine, openFresh)
catalogueContract(engine, openFresh)
collectionsContract(engine, openFresh)
feedsContract(engine, openFresh)
onStandContract(engine, openFresh)
pressContract(engine, openFresh)
rightsContract(engine, openFresh)
subscriptionsContract(engine, openFresh)
paymentsContract(engine, openFresh)
sharingContract(engine, openFresh)
readingContract(engine, openFresh)
keepingContract(engine, openFresh)
translationsContract(engine, openFresh)
soundsContract(engine, openFresh)

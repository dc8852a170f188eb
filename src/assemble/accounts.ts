import { join } from 'node:path'
import {
  type AskNeeds,
  type DeleteNeeds,
  type Identities,
  keysFrom,
  type PasskeyNeeds,
  type Provider,
  type Readers,
  type RecogniseNeeds,
  type Sessions,
  type SignIns,
  type Sweeper,
  type UseNeeds,
} from '#accounts'
import type { Clock } from '#ground/clock'
import type { SendNeeds } from '#jobs'
import { openFolderPostman, openKeyFile, openOidc, openSmtpPostman } from '#outside'
import {
  type Database,
  identities,
  mails,
  passkeys,
  rates,
  readers,
  sessions,
  signIns,
  sweeper,
} from '#storage'
import { letterWriter } from '#web'
import type { Config } from '../config.ts'

/** Everything that signing in, accounts and their mails ask for. */
export interface StandAccounts
  extends AskNeeds,
    UseNeeds,
    RecogniseNeeds,
    PasskeyNeeds,
    DeleteNeeds,
    Pick<SendNeeds, 'mails' | 'postman' | 'write'> {
  readonly readers: Readers
  readonly signIns: SignIns
  readonly sessions: Sessions
  readonly identities: Identities
  readonly sweeper: Sweeper
  /** Null when the operator set up none. */
  readonly provider: Provider | null
}

/** @throws KeyFileError when the stand's key file cannot be used */
export async function assembleAccounts(
  config: Config,
  database: Database,
  clock: Clock,
): Promise<StandAccounts> {
  const { name, publicUrl, folder, secret, mail, provider } = config
  const keys = keysFrom(secret === null ? await openKeyFile(folder) : Buffer.from(secret))
  const from = { name, address: mail.from }
  const postman =
    mail.smtp === null
      ? openFolderPostman(join(folder, 'mail'), from)
      : openSmtpPostman(mail.smtp, from)
  return {
    readers: readers(database),
    signIns: signIns(database),
    sessions: sessions(database),
    passkeys: passkeys(database),
    identities: identities(database),
    rates: rates(database),
    mails: mails(database),
    sweeper: sweeper(database),
    provider: provider === null ? null : await openOidc(provider),
    stand: { name, publicUrl },
    forgetLetters: postman.forget,
    write: letterWriter(config),
    postman,
    keys,
    clock,
  }
}

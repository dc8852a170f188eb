import { addresses } from '../addresses.ts'
import { askNewAddress } from '../pages/account/address.ts'
import { sendEverything } from '../pages/account/data.ts'
import { deleteForGood, showDelete } from '../pages/account/delete.ts'
import { endSessions } from '../pages/account/devices.ts'
import { changePasskey, giveNewPasskeyOptions, keepPasskey } from '../pages/account/passkeys.ts'
import { changeProfile } from '../pages/account/profile.ts'
import { changeProvider } from '../pages/account/provider.ts'
import { giveReading, keepReading } from '../pages/account/reading.ts'
import { showAccount } from '../pages/account/show.ts'
import { askForCode, showSignIn } from '../pages/sign-in/ask.ts'
import { showCode, useTypedCode } from '../pages/sign-in/code.ts'
import { showLink, useOpenedLink } from '../pages/sign-in/link.ts'
import { givePasskeyOptions, usePasskey } from '../pages/sign-in/passkey.ts'
import { comeBackFromProvider, goToProvider } from '../pages/sign-in/provider.ts'
import { signOut } from '../pages/sign-in/sign-out.ts'
import type { Routing } from './routing.ts'

/** Signing in, and the account of a reader. */
export function answerAccounts({ app, needs, ours }: Routing): void {
  app.get(addresses.signIn, showSignIn(needs))
  app.post(addresses.signIn, ...ours, askForCode(needs))
  app.get(addresses.signInCode, showCode(needs))
  app.post(addresses.signInCode, ...ours, useTypedCode(needs))
  app.get(addresses.signInLink, showLink(needs))
  app.post(addresses.signInLink, ...ours, useOpenedLink(needs))
  app.get(addresses.signInPasskey, givePasskeyOptions(needs))
  app.post(addresses.signInPasskey, ...ours, usePasskey(needs))
  app.get(addresses.signInProvider, goToProvider(needs))
  app.get(addresses.providerBack, comeBackFromProvider(needs))
  app.post(addresses.signOut, ...ours, signOut(needs))
  app.get(addresses.account, showAccount(needs))
  app.post(addresses.accountProfile, ...ours, changeProfile(needs))
  app.post(addresses.accountAddress, ...ours, askNewAddress(needs))
  app.get(addresses.accountPasskeys, giveNewPasskeyOptions(needs))
  app.post(addresses.accountPasskeys, ...ours, keepPasskey(needs))
  app.post(addresses.accountPasskey, ...ours, changePasskey(needs))
  app.post(addresses.accountProvider, ...ours, changeProvider(needs))
  app.post(addresses.accountDevices, ...ours, endSessions(needs))
  app.get(addresses.accountData, sendEverything(needs))
  app.get(addresses.accountReading, giveReading(needs))
  app.post(addresses.accountReading, ...ours, keepReading(needs))
  app.get(addresses.accountDelete, showDelete(needs))
  app.post(addresses.accountDelete, ...ours, deleteForGood(needs))
}

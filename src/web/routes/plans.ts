import { bodyLimit } from 'hono/body-limit'
import { addresses } from '../addresses.ts'
import { takeGiftBack } from '../pages/account/gifts.ts'
import { changeHousehold, showSeat, sitDown } from '../pages/account/household.ts'
import { changePlan, showWithdraw, withdraw } from '../pages/account/plan-deeds.ts'
import { showWithdrawByMail, withdrawByMail } from '../pages/account/withdraw-by-mail.ts'
import { comeBackFromPaying, openPortal } from '../pages/buy/bought.ts'
import { beginBuying, showBuy } from '../pages/buy/buy.ts'
import { hearPayments } from '../pages/buy/hear-payments.ts'
import { giveAway, showGive } from '../pages/gift/give.ts'
import { openGiven, showGift } from '../pages/gift/open.ts'
import { showPlans } from '../pages/plans/show.ts'
import { beginTrial, showTrial } from '../pages/plans/trial.ts'
import { redeemCode, showVoucher } from '../pages/plans/voucher.ts'
import type { Routing } from './routing.ts'

/** Bytes of a message of the payment provider; its largest are a tenth of this. */
const mostMessage = 2 ** 20

/** What is sold and given, and the way out of it. */
export function answerPlans({ app, needs, ours }: Routing): void {
  app.post(addresses.accountPlan, ...ours, changePlan(needs))
  app.post(addresses.accountGifts, ...ours, takeGiftBack(needs))
  app.get(addresses.accountWithdraw, showWithdraw(needs))
  app.post(addresses.accountWithdraw, ...ours, withdraw(needs))
  app.get(addresses.withdraw, showWithdrawByMail(needs))
  app.post(addresses.withdraw, ...ours, withdrawByMail(needs))
  app.get(addresses.plans, showPlans(needs))
  app.get(addresses.trial, showTrial(needs))
  app.post(addresses.trial, ...ours, beginTrial(needs))
  app.get(addresses.voucher, showVoucher(needs))
  app.post(addresses.voucher, ...ours, redeemCode(needs))
  app.post(addresses.household, ...ours, changeHousehold(needs))
  app.get(addresses.seat, showSeat(needs))
  app.post(addresses.seat, ...ours, sitDown(needs))
  app.get(addresses.give, showGive(needs))
  app.post(addresses.give, ...ours, giveAway(needs))
  app.get(addresses.gift, showGift(needs))
  app.post(addresses.gift, ...ours, openGiven(needs))
  app.get(addresses.buy, showBuy(needs))
  app.post(addresses.buy, ...ours, beginBuying(needs))
  app.get(addresses.bought, comeBackFromPaying(needs))
  app.post(addresses.portal, ...ours, openPortal(needs))
  app.post(addresses.payments, bodyLimit({ maxSize: mostMessage }), hearPayments(needs))
}

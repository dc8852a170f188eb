import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Stripe } from 'stripe'
import {
  type Books,
  bill,
  buy,
  chargeOf,
  closeDispute,
  dispute,
  fail,
  type Json,
  openBooks,
  payBack,
  seconds,
} from './books.fixture.ts'
import { Refusal, routes } from './routes.fixture.ts'

export const webhookSecret = 'whsec_test_of_a_stand'

/** A stand-in for Stripe over HTTP, with its idempotency keys and its events. For tests only. */
export interface StandIn extends AsyncDisposable {
  readonly address: URL
  readonly books: Books
  /** Every request that came, as "POST /v1/refunds". */
  readonly asked: string[]
  /** While it is true, every request is answered 503. */
  down: boolean
  /** The reader pays on the page; gives the name of the contract or the payment. */
  pay(session: string): string
  renew(subscription: string): string
  failRenewal(subscription: string): void
  /** Somebody pays back in the provider's own pages. */
  refund(payment: string, amount: number): void
  /** A reader's bank wants the money back; gives the name of the dispute. */
  dispute(payment: string): string
  closeDispute(dispute: string, status: 'won' | 'lost'): void
  /** The body of an event and its signature, made at this moment. */
  signed(id: string, at?: Temporal.Instant): { readonly body: string; readonly signature: string }
}

export async function openStandIn(start: Temporal.Instant): Promise<StandIn> {
  const books = openBooks(start)
  const asked: string[] = []
  const answers = new Map<string, Kept>()
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url?.split('?')[0]}`)
    const body = await bodyOf(request)
    send(response, standIn.down ? failure(503, 'down') : answerOnce(answers, books, request, body))
  })
  const standIn: StandIn = {
    address: await listening(server),
    ...{ books, asked, down: false },
    ...happenings(books),
    signed: (id, at = books.now) => signed(books, id, at),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return standIn
}

/** What happens at Stripe without anybody asking over HTTP. */
function happenings(
  books: Books,
): Pick<StandIn, 'pay' | 'renew' | 'failRenewal' | 'refund' | 'dispute' | 'closeDispute'> {
  const subscriptionOf = (id: string) => {
    const found = books.subscriptions.get(id)
    if (found === undefined) throw new Error(`There is no subscription ${id}`)
    return found
  }
  return {
    pay(id) {
      const session = books.sessions.get(id)
      if (session?.status !== 'open') throw new Error(`The page of ${id} is not open`)
      const bought = buy(books, session)
      session.status = 'complete'
      session.payment_status = 'paid'
      books.happen('checkout.session.completed', session)
      return bought
    },
    renew(id) {
      const subscription = subscriptionOf(id)
      subscription.status = 'active'
      const invoice = bill(books, subscription, subscription.items.data[0].current_period_end)
      books.happen('customer.subscription.updated', subscription)
      return invoice
    },
    failRenewal(id) {
      fail(books, subscriptionOf(id))
    },
    refund: (payment, amount) => payBack(books, chargeOf(books, payment), amount),
    dispute: (payment) => dispute(books, chargeOf(books, payment)),
    closeDispute: (name, status) => closeDispute(books, name, status),
  }
}

const signer = new Stripe('sk_test_stand')

function signed(books: Books, id: string, at: Temporal.Instant) {
  const event = books.events.find((one) => one.id === id)
  const payload = JSON.stringify({ object: 'event', ...event })
  const how = { payload, secret: webhookSecret, timestamp: seconds(at) }
  return { body: payload, signature: signer.webhooks.generateTestHeaderString(how) }
}

interface Answer {
  readonly status: number
  readonly body: Json
}

interface Kept {
  readonly body: string
  readonly answer: Answer
}

/** The same key gives the same answer; with other words under it, a refusal. */
function answerOnce(
  answers: Map<string, Kept>,
  books: Books,
  request: IncomingMessage,
  body: string,
): Answer {
  const key = String(request.headers['idempotency-key'] ?? '')
  const before = request.method === 'POST' ? answers.get(key) : undefined
  if (before !== undefined && before.body !== body) return failure(400, 'idempotency_error')
  const answer = before?.answer ?? answerTo(books, request, body)
  if (key !== '') answers.set(key, { body, answer })
  return answer
}

function answerTo(books: Books, request: IncomingMessage, body: string): Answer {
  const url = new URL(request.url ?? '', 'http://stand-in.example')
  const params = new Map([...url.searchParams, ...new URLSearchParams(body)])
  for (const [method, path, act] of routes) {
    const found = path.exec(url.pathname)
    if (method !== request.method || found === null) continue
    try {
      const given = act(books, params, found[1] ?? '')
      return given === null ? failure(404, 'resource_missing') : { status: 200, body: given }
    } catch (error) {
      if (error instanceof Refusal) return failure(error.status, error.message)
      throw error
    }
  }
  return failure(404, 'no_such_route')
}

function failure(status: number, code: string): Answer {
  const type = code === 'idempotency_error' ? code : 'invalid_request_error'
  return { status, body: { error: { type, code, message: code } } }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

async function listening(server: ReturnType<typeof createServer>): Promise<URL> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It does not listen')
  const { port }: AddressInfo = address
  return new URL(`http://127.0.0.1:${port}`)
}

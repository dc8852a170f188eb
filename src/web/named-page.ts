import type { Context, Handler } from 'hono'
import { type Address, href, type Names, nameInAddress } from './addresses.ts'
import { questionOf, sendMoved } from './page.ts'
import type { Visit } from './visit.ts'

export type Page = Handler<Visit>

function nameOf(key: string, value: string, c: Context<Visit>): string | null {
  if (key === 'locale') return c.get('tongue').locale.name
  // A token is looked at by whoever uses it.
  return key === 'token' ? value : nameInAddress(value)
}

/**
 * A page that is only asked for names that can exist: others are not found, and a name in another
 * spelling (capitals, decomposed letters) is sent to the right one.
 */
export function page<const Where extends Address>(
  address: Where,
  show: (c: Context<Visit>, here: Names<Where>) => Promise<Response>,
): Page {
  return async (c) => {
    const given: Readonly<Record<string, string>> = c.req.param()
    const here: Record<string, string> = {}
    for (const [key, value] of Object.entries(given)) {
      const name = nameOf(key, value, c)
      if (name === null) return c.notFound()
      here[key] = name
    }
    if (given.locale?.toLowerCase() !== here.locale?.toLowerCase()) return c.notFound()
    const moved = Object.entries(given).some(([key, value]) => here[key] !== value)
    // Hono matched the address, so these are its names.
    const names = here as Names<Where>
    return moved ? sendMoved(c, href(address, names) + questionOf(c)) : show(c, names)
  }
}

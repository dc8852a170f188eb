/**
 * Signs in with a passkey, or adds one: asks the stand what to sign, has the device sign it, and
 * sends the answer. Where a browser has no passkeys, there is no button.
 */
export function passkey(place: HTMLElement): void {
  const button = place.querySelector('button')
  if (button === null || !('PublicKeyCredential' in window)) return
  if (!('parseRequestOptionsFromJSON' in PublicKeyCredential)) return
  button.hidden = false
  button.addEventListener('click', () => {
    button.disabled = true
    void go(place.dataset)
      .catch((): Answer => ({ problem: place.dataset.failed ?? '' }))
      .then(({ to, problem }) => {
        button.disabled = false
        if (to !== undefined) location.assign(to)
        else tell(place, problem ?? '')
      })
  })
}

interface Answer {
  readonly to?: string
  readonly problem?: string
}

async function go({ at = '', adds, back }: DOMStringMap): Promise<Answer> {
  const given = await fetch(at)
  const options = await given.json()
  // The reader has to prove again who they are, and is led there.
  if (!given.ok) return options
  const signed =
    adds === undefined
      ? await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        })
      : await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
  if (!(signed instanceof PublicKeyCredential)) throw new TypeError('no passkey')
  const answer = await fetch(at, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answer: signed.toJSON(), back }),
  })
  return answer.json()
}

function tell(place: HTMLElement, words: string): void {
  const problem = place.querySelector<HTMLElement>('.problem')
  if (problem === null) return
  problem.hidden = false
  problem.textContent = words
}

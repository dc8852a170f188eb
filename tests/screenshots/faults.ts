/** In the browser: what is set wider than its page or its place, in words for whoever mends it. */
export function tooWide(): string[] {
  const root = document.documentElement
  const screen = root.clientWidth
  const found: string[] = []
  const named = (element: Element) => {
    const { tagName, id, classList } = element
    const own = id ? `#${id}` : [...classList].map((name) => `.${name}`).join('')
    const above = element.parentElement?.closest('[class],[id]')
    const place = above ? `${above.tagName.toLowerCase()}.${above.classList[0] ?? above.id} ` : ''
    return `${place}${tagName.toLowerCase()}${own}`
  }
  const scrolls = (element: Element | null): boolean => {
    if (element === null || element === root || element === document.body) return false
    const { overflowX } = getComputedStyle(element)
    return overflowX === 'auto' || overflowX === 'scroll' || scrolls(element.parentElement)
  }
  // What is only for those who hear a page is cut to one pixel, or to nothing.
  const isCut = (element: Element | null): boolean =>
    element !== null &&
    (element.getBoundingClientRect().width <= 1 ||
      getComputedStyle(element).clipPath !== 'none' ||
      isCut(element.parentElement))
  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('.skip') === null &&
    !isCut(element)

  if (root.scrollWidth > screen) {
    found.push(`the page is ${root.scrollWidth} px wide on a screen of ${screen}`)
  }
  for (const one of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    if (!isShown(one) || one.scrollWidth <= one.clientWidth + 1 || one.clientWidth === 0) continue
    const text = (one.textContent ?? '').trim().slice(0, 40)
    found.push(`${named(one)} "${text}" is ${one.scrollWidth} px wide of ${one.clientWidth}`)
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement
    if (element === null || !texts.currentNode.textContent?.trim()) continue
    if (element.closest('script, style') || !isShown(element) || scrolls(element)) continue
    const range = document.createRange()
    range.selectNodeContents(texts.currentNode)
    const { left, right, width, height } = range.getBoundingClientRect()
    if (width <= 1 || height <= 1 || (left >= -1 && right <= screen + 1)) continue
    const text = String(texts.currentNode.textContent).trim().slice(0, 40)
    found.push(`${named(element)}: "${text}" reaches from ${left | 0} to ${right | 0} of ${screen}`)
  }
  return [...new Set(found)].slice(0, 8)
}

/** In the browser: shows all pictures, waits for them, and tells which never came. */
export async function picturesThatFail(): Promise<string[]> {
  const all = [...document.images]
  for (const image of all) image.loading = 'eager'
  const waited = all.map((image) =>
    image.decode().then(
      () => null,
      () => image.currentSrc || image.src,
    ),
  )
  const broken = await Promise.all(waited)
  return broken.filter((address) => address !== null)
}

/**
 * In the browser: what moved by itself so far. What a font does to the end of a line when it comes
 * is let pass: below a thousandth it is 0 in every report on pages.
 */
export function moves(): string[] {
  const observer = new PerformanceObserver(() => {})
  observer.observe({ type: 'layout-shift', buffered: true })
  const all = observer.takeRecords().map((entry) => {
    const sources: { node?: Node | null }[] = Reflect.get(entry, 'sources') ?? []
    const nodes = sources.map(({ node }) => {
      const element = node instanceof Element ? node : node?.parentElement
      return element ? `${element.tagName.toLowerCase()}.${element.className}` : 'something'
    })
    return { by: Number(Reflect.get(entry, 'value')), what: nodes.join(', ') }
  })
  const sum = all.reduce((so, { by }) => so + by, 0)
  return sum < 0.001 ? [] : all.map(({ by, what }) => `${what} moved by ${by.toFixed(4)}`)
}

const aYear = 31_536_000

/** The links work by themselves; this lets the address "/" remember which one was followed. */
export function language(place: HTMLElement): void {
  place.addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[hreflang]')
    if (!link) return
    const secure = location.protocol === 'https:' ? '; secure' : ''
    // biome-ignore lint/suspicious/noDocumentCookie: the other way may be too late, the page goes
    document.cookie = `locale=${link.hreflang}; path=/; max-age=${aYear}; samesite=lax${secure}`
  })
}

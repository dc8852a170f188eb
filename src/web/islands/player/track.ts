/** A story that is heard. */
export interface Track {
  /** "publication/edition/story". */
  readonly name: string
  /** Its page. */
  readonly at: string
  readonly title: string
  readonly language: string
  readonly from: string
  readonly byline: string
  readonly picture: string
}

const textOf = (place: string) => document.querySelector(place)?.textContent?.trim() ?? ''

/** The story on this page, where it is the page of a story. */
export function trackOfPage(): Track | null {
  const article = document.querySelector<HTMLElement>('.story[data-story]')
  const title = article?.querySelector<HTMLElement>('h1')
  if (!article || !title) return null
  const picture = document.querySelector<HTMLMetaElement>('meta[property="og:image"]')
  return {
    name: article.dataset.story ?? '',
    at: location.pathname,
    title: title.textContent ?? '',
    language: title.closest<HTMLElement>('[lang]')?.lang ?? '',
    from: textOf('.origin .masthead'),
    byline: textOf('.byline .signed'),
    picture: picture?.content ?? '',
  }
}

/** A story that is heard. */
export interface Track {
  /** "publication/edition/story". */
  readonly name: string
  /** Its page, below which its sound is. */
  readonly at: string
  /** The language it is heard in where that is not its own, as addresses have it; or empty. */
  readonly spokenIn: string
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
  const link = article.querySelector<HTMLAnchorElement>('a.listen')
  const sound = new URL(link?.href ?? location.href)
  const picture = document.querySelector<HTMLMetaElement>('meta[property="og:image"]')
  return {
    name: article.dataset.story ?? '',
    at: sound.pathname.replace(/\/narration\.mp3$/, ''),
    spokenIn: sound.searchParams.get('in') ?? '',
    title: title.textContent ?? '',
    language: title.closest<HTMLElement>('[lang]')?.lang ?? '',
    from: textOf('.origin .masthead'),
    byline: textOf('.byline .signed'),
    // A stand behind another address still shows its own.
    picture: picture ? new URL(picture.content).pathname : '',
  }
}

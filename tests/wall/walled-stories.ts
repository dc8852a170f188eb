import sharp from 'sharp'
import type { Draft, DraftBlock } from '#ingest'
import { draftOf } from '../../src/storage/tide.fixture.ts'
import type { Aviary } from './canaries.ts'

/** A colour that no page is set in: what shows it shows the picture of a rest. */
export const restColour = { r: 201, g: 255, b: 3 } as const
const leadColour = { r: 255, g: 0, b: 0 } as const

/** A picture of one colour that says something of itself in its data. */
export async function pictureOf(
  colour: { readonly r: number; readonly g: number; readonly b: number },
  says: string,
): Promise<Buffer> {
  const blank = { width: 64, height: 48, channels: 3, background: colour } as const
  return sharp({ create: blank })
    .withExif({ IFD0: { ImageDescription: says, Artist: says } })
    .png()
    .toBuffer()
}

const lead: readonly DraftBlock[] = Array.from({ length: 4 }, (_, index) => ({
  kind: 'paragraph',
  html: `Lead ${index}: at six the sea had gone and everybody came to look at the sand.`,
}))

/** The words of a lead that every viewer may read. */
export const leadWords = 'Lead 0: at six the sea had gone'

/** Every kind of block, and in each of its places a canary, so that none has a way out of its own. */
export function restOf(story: string, { hatch }: Aviary, picture: Buffer): DraftBlock[] {
  const put = (place: string) => hatch(`${story}, ${place}`)
  const sentences = ['first', 'second', 'third'].map(
    (which) => `The ${put(`${which} sentence`)} came out on the mud and stayed a while.`,
  )
  const from = `data:image/png;base64,${picture.toString('base64')}`
  return [
    { kind: 'paragraph', html: sentences.join(' ') },
    {
      kind: 'paragraph',
      html: `<a href="https://tide.example/${put('address of a link')}">The <em>${put('emphasis')}</em></a> in a text that goes on.`,
    },
    { kind: 'heading', level: 2, html: `A ${put('heading')}` },
    {
      kind: 'quote',
      paragraphs: [`${put('quote')}, said twice.`],
      source: put('source of a quote'),
    },
    {
      kind: 'list',
      ordered: false,
      items: [
        { html: put('item'), inner: { ordered: true, items: [{ html: put('inner item') }] } },
      ],
    },
    {
      kind: 'table',
      caption: put('caption of a table'),
      head: [put('head of a table')],
      rows: [[put('cell')], [put('last cell')]],
    },
    { kind: 'code', text: `${put('code')}()` },
    {
      kind: 'card',
      address: `https://tide.example/${put('address of a card')}`,
      title: put('title of a card'),
    },
    {
      kind: 'picture',
      picture: { from },
      alt: put('alternative text'),
      caption: put('caption of a picture'),
      credit: put('credit of a picture'),
    },
    { kind: 'paragraph', html: `By seven the ${put('last paragraph')} lay down with the boats.` },
  ]
}

/** A story whose rest is full of canaries. */
export function walledDraft(
  key: string,
  rest: readonly DraftBlock[],
  changed: Partial<Draft> = {},
) {
  return draftOf(key, { headline: `Story ${key}`, blocks: [...lead, ...rest], ...changed })
}

/** A picture that stands in the lead, for anyone to see. */
export async function leadPicture(): Promise<{
  readonly bytes: Buffer
  readonly block: DraftBlock
}> {
  const bytes = await pictureOf(leadColour, 'A red square')
  const from = `data:image/png;base64,${bytes.toString('base64')}`
  return {
    bytes,
    block: { kind: 'picture', picture: { from }, alt: 'A red square', caption: '', credit: '' },
  }
}

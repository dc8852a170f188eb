import sharp from 'sharp'

/** Pictures in the shapes that break pages, drawn here, as addresses that hold them. */
export interface Drawings {
  readonly plain: string
  readonly tall: string
  readonly wide: string
  readonly tiny: string
  /** Black lines on nothing: they are gone on a dark page that does not know it. */
  readonly transparent: string
}

export async function draw(): Promise<Drawings> {
  const hills = (width: number, height: number) =>
    `<rect width="${width}" height="${height}" fill="#d8cdb4"/><circle cx="${width / 3}" cy="${height / 3}" r="${Math.min(width, height) / 8}" fill="#b4492d"/><path d="M0 ${height * 0.7} Q${width / 4} ${height * 0.5} ${width / 2} ${height * 0.7} T${width} ${height * 0.65} V${height} H0Z" fill="#37536b"/>`
  const [plain, tall, wide, tiny, transparent] = await Promise.all([
    png(960, 640, hills(960, 640)),
    png(300, 3_000, hills(300, 3_000)),
    png(2_400, 200, hills(2_400, 200)),
    png(12, 12, hills(12, 12)),
    png(
      800,
      500,
      '<g fill="none" stroke="#000" stroke-width="8"><circle cx="400" cy="250" r="200"/><path d="M100 400 L700 100"/></g>',
    ),
  ])
  return { plain, tall, wide, tiny, transparent }
}

async function png(width: number, height: number, inside: string): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inside}</svg>`
  const bytes = await sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer()
  return `data:image/png;base64,${bytes.toString('base64')}`
}

/** A drawing of our own as a square picture of so many pixels; never one that came from outside. */
export async function pngFromSvg(svg: string, size: number): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const drawn = sharp(Buffer.from(svg), { density: 72 * Math.ceil(size / 32) })
  return drawn.resize(size, size).png({ palette: true, effort: 10 }).toBuffer()
}

import { pngFromSvg } from '#outside'

/** A newspaper in a stand, on our own grid of 32: drawn here, and nowhere else. */
const drawing = '<path d="M8 7h16v18H8zM11 11h10M11 15h10M11 19h6"/>'
const ground = '#9c2218'
const line = '#fffaf5'

const icon = svgOf('<rect width="32" height="32" rx="6"/>', drawing)

/** Where the system cuts the corners itself, it is given a ground without any. */
const uncut = svgOf('<rect width="32" height="32"/>', drawing)
/** It may cut as far as a circle of four fifths of the width. */
const withRoom = svgOf(
  '<rect width="32" height="32"/>',
  `<g transform="translate(4.8 4.8) scale(0.7)">${drawing}</g>`,
)

interface Made {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The icon for browsers that draw by themselves, and as pictures for home screens. */
export async function drawIcons(): Promise<readonly Made[]> {
  const wanted = [
    { name: 'icon-180.png', svg: uncut, size: 180 },
    { name: 'icon-192.png', svg: icon, size: 192 },
    { name: 'icon-512.png', svg: icon, size: 512 },
    { name: 'icon-maskable-512.png', svg: withRoom, size: 512 },
  ]
  const pictures = wanted.map(async ({ name, svg, size }) => ({
    name,
    bytes: await pngFromSvg(svg, size),
  }))
  return [{ name: 'icon.svg', bytes: Buffer.from(icon) }, ...(await Promise.all(pictures))]
}

function svgOf(under: string, above: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g fill="${ground}">${under}</g><g fill="none" stroke="${line}" stroke-width="2">${above}</g></svg>`
}

/** What we use of subset-font, which says nothing about its types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string | undefined,
    options: {
      readonly keepAllGlyphs?: boolean
      readonly targetFormat: 'sfnt' | 'woff2'
      readonly variationAxes?: Readonly<
        Record<string, number | { readonly min: number; readonly max: number }>
      >
      readonly keepFeatures?: readonly string[]
      readonly preserveNameIds?: readonly number[]
      readonly noHinting?: boolean
    },
  ): Promise<Buffer<ArrayBuffer>>
}

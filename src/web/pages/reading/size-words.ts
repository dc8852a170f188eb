import { readingChoices } from '../../islands/reading-choices.ts'
import type { Tongue } from '../../languages/tongue.ts'

/** "80 %", "90 %" and so on: the sizes of letters as they are read out, the smallest first. */
export function sizeWords({ locale }: Tongue): readonly string[] {
  const percent = new Intl.NumberFormat(locale.tag, { style: 'percent' })
  return readingChoices.size.values.map((size) => percent.format(Number(size) / 100))
}

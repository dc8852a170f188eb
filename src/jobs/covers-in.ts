import { glob } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * The covers in a publisher's folder: a picture named "cover" in a folder that is named as the
 * edition is in addresses ("2026-11-20/cover.jpg").
 * @returns paths by the name of the edition
 */
export async function coversIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const covers = new Map<string, string>()
  for await (const path of glob('*/cover.{jpg,jpeg,png,webp,avif}', { cwd: folder })) {
    const edition = basename(dirname(path))
    if (/^\d{4}-\d{2}-\d{2}/.test(edition)) covers.set(edition, join(folder, path))
  }
  return covers
}

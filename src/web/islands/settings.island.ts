import { kept } from './reading-kept.ts'

/** The page of its own with the same form that a story shows in a sheet. */
export function settings(form: HTMLElement): void {
  void import('./reading-sheet.ts').then(({ follow }) => follow(form, kept))
}

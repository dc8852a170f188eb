/** Buttons that follow, mute and save: how it stands is asked for whoever is signed in, and for nobody else. */
export function keep(form: HTMLElement): void {
  if (document.documentElement.dataset.reader === undefined) return
  if (form instanceof HTMLFormElement) {
    void import('./keep-buttons.ts').then(({ follow }) => follow(form))
  }
}

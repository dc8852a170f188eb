import type { Bar } from './bar.ts'
import { heedKeys } from './keys.ts'
import type { Player } from './player.ts'

/** Milliseconds after which the place is kept again. */
const keepEvery = 10_000

/**
 * Lets buttons, keys and the sound itself move the player.
 * @param stop closes it
 * @returns what ends this
 */
export function heed(bar: Bar, player: Player, stop: () => void): () => void {
  heedSound(bar, player)
  const { position } = bar
  bar.play.addEventListener('click', () => player.toggle())
  bar.back.addEventListener('click', () => player.step(-1))
  bar.forward.addEventListener('click', () => player.step(1))
  bar.stop.addEventListener('click', stop)
  bar.retry.addEventListener('click', () => player.retry())
  bar.speed.addEventListener('change', () => player.setSpeed())
  bar.voice.addEventListener('change', () => player.setVoice())
  bar.queueAdd.addEventListener('click', () => player.addToQueue())
  position.addEventListener('input', () => {
    player.isDragging = true
    player.showAt(position.valueAsNumber)
  })
  position.addEventListener('change', () => {
    player.isDragging = false
    player.seek(position.valueAsNumber)
  })
  const keep = () => player.keep()
  const keeping = setInterval(() => bar.audio.paused || keep(), keepEvery)
  addEventListener('pagehide', keep)
  const forgetKeys = heedKeys({
    toggle: () => player.toggle(),
    step: (by) => player.step(by),
    faster: (by) => player.faster(by),
    stop,
  })
  return () => {
    clearInterval(keeping)
    removeEventListener('pagehide', keep)
    forgetKeys()
  }
}

function heedSound({ audio }: Bar, player: Player): void {
  audio.addEventListener('play', () => player.playing(true))
  audio.addEventListener('pause', () => player.playing(false))
  audio.addEventListener('playing', () => player.say(''))
  audio.addEventListener('waiting', () => player.say('making'))
  audio.addEventListener('timeupdate', () => player.show())
  audio.addEventListener('error', () => player.broke())
  audio.addEventListener('ended', () => player.ended())
}

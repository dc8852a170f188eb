/**
 * The environment of a stand in this folder: its own settings, and of the caller's only what has
 * nothing to do with Kiosk.
 */
export function environmentFor(folder: string): NodeJS.ProcessEnv {
  const ours = /^(KIOSK_.*|PORT|HOST|PUBLIC_URL|DATABASE_URL)$/
  const others = Object.entries(process.env).filter(([name]) => !ours.test(name))
  return { ...Object.fromEntries(others), ...settingsFor(folder) }
}

export const settingsFor = (folder: string) => ({
  KIOSK_DATA: folder,
  KIOSK_DEMO: 'no',
  KIOSK_LOG_LEVEL: 'warn',
  KIOSK_TIME_ZONE: 'UTC',
  PORT: '0',
})

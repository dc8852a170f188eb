/**
 * Makes a checkout ready and then runs a command in it, on any Node from 20 on.
 *
 *   node setup.mjs [--quiet] [--browser] COMMAND [ARGUMENT …]
 *
 * Ready means: what package-lock.json names is installed (Node 26 among it), and with --browser a
 * Chromium is found or fetched for the browser tests. Everything already there is left as it is.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))
const words = process.argv.slice(2)
const flags = new Set()
while (words[0]?.startsWith('--')) flags.add(words.shift())
const say = (text) => flags.has('--quiet') || process.stderr.write(`${text}\n`)

install()
const environment = { ...process.env }
environment.PATH = join(root, 'node_modules', '.bin') + delimiter + (process.env.PATH ?? '')
if (flags.has('--browser')) environment.KIOSK_CHROMIUM = findChromium()
run(words)

/** Installs from the lock file, once for each content of it. */
function install() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  const mark = join(root, 'node_modules', '.kiosk-installed')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  say('Installing what Kiosk needs (once) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const done = spawnSync(npm, words, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: npm.endsWith('.cmd'),
  })
  if (done.status !== 0) {
    process.stderr.write('npm ci failed: see the lines above. Nothing was started.\n')
    process.exit(1)
  }
  writeFileSync(mark, wanted)
}

/** In order: KIOSK_CHROMIUM, the system's, Playwright's download, the system's package manager. */
function findChromium() {
  const known = [process.env.KIOSK_CHROMIUM, ...onPath(), playwrights()].find(
    (file) => file && existsSync(file),
  )
  if (known) return known
  say('Looking for a Chromium for the browser tests (once) …')
  const playwright = join(root, 'node_modules', 'playwright-core', 'cli.js')
  spawnSync(process.execPath, [playwright, 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 300_000,
  })
  const fetched = playwrights()
  if (fetched && existsSync(fetched)) return fetched
  for (const [command, ...rest] of packageManagers()) {
    spawnSync(command, rest, { stdio: 'ignore', timeout: 600_000 })
  }
  const installed = onPath().find((file) => existsSync(file))
  if (installed) return installed
  process.stderr.write(
    'No Chromium was found and none could be installed. The browser tests need one:\n' +
      'install Chromium or Chrome, or set KIOSK_CHROMIUM to its program file, and try again.\n',
  )
  process.exit(1)
}

function onPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
  const folders = (process.env.PATH ?? '').split(delimiter)
  const usual = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...usual]
}

function playwrights() {
  const code = "process.stdout.write(require('playwright-core').chromium.executablePath())"
  return spawnSync(process.execPath, ['-e', code], { cwd: root, encoding: 'utf8' }).stdout?.trim()
}

function packageManagers() {
  if (process.platform === 'darwin') return [['brew', 'install', '--cask', 'chromium']]
  if (process.getuid?.() !== 0) return []
  if (existsSync('/usr/bin/apt-get')) {
    return [
      ['apt-get', 'update', '-qq'],
      ['apt-get', 'install', '-y', '-qq', 'chromium'],
    ]
  }
  if (existsSync('/usr/bin/dnf')) return [['dnf', 'install', '-y', '-q', 'chromium']]
  if (existsSync('/sbin/apk')) return [['apk', 'add', '-q', 'chromium']]
  return []
}

/** Stands aside for the command: its signals, its streams and its exit code are passed on. */
function run([command, ...rest]) {
  if (command === undefined) return
  mkdirSync(join(root, '.cache'), { recursive: true })
  environment.NODE_COMPILE_CACHE ??= join(root, '.cache', 'compiled')
  // Every thread would else keep memory of its own that it once used (glibc).
  environment.MALLOC_ARENA_MAX ??= '2'
  const child = spawn(join(root, 'node_modules', '.bin', command), rest, {
    cwd: root,
    stdio: 'inherit',
    env: environment,
    shell: process.platform === 'win32',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

#!/usr/bin/env node
/** `kiosk …` from anywhere: sets itself up, then runs the command line on the pinned Node. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const setup = fileURLToPath(new URL('../setup.mjs', import.meta.url))
const words = [setup, '--quiet', 'node', 'src/cli.ts', ...process.argv.slice(2)]
const environment = { ...process.env, KIOSK_CALLED_FROM: process.cwd() }
const done = spawnSync(process.execPath, words, { stdio: 'inherit', env: environment })
process.exit(done.status ?? 1)

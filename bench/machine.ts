import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus } from 'node:os'

/** What must stand beside every figure: when, which commit, which machine. */
export function circumstances(): string {
  const model = cpus()[0]?.model.trim() || 'unknown processor'
  const day = Temporal.Now.zonedDateTimeISO('UTC').toPlainDate()
  const machine = `${availableParallelism()} cores, ${model}, Node ${process.version}`
  return `${day}, commit ${commit()}, ${machine}, ${process.platform} ${process.arch}`
}

/** The short name of the commit, with a "+" when files differ from it. */
function commit(): string {
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: import.meta.dirname, encoding: 'utf8', stdio: 'pipe' }).trim()
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no') !== ''
    return git('rev-parse', '--short', 'HEAD') + (changed ? '+' : '')
  } catch {
    return 'unknown'
  }
}

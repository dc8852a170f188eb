import { parseArgs } from 'node:util'
import { StorageFullError } from '#ground/storage-full-error'
import { CardError, SourceError } from '#jobs'
import { KeyFileError, UntrustworthyStorageError } from '#outside'
import { MigrationError, OpenError } from '#storage'
import { assemble } from './assemble.ts'
import { type Call, options, UsageError } from './cli/call.ts'
import { correct } from './cli/correct.ts'
import { doctor } from './cli/doctor.ts'
import { edition } from './cli/edition.ts'
import { feed } from './cli/feed.ts'
import { fixture } from './cli/fixture.ts'
import { glossary } from './cli/glossary.ts'
import { grant } from './cli/grant.ts'
import { held } from './cli/held.ts'
import { importCommand } from './cli/import.ts'
import { lexicon } from './cli/lexicon.ts'
import { plan } from './cli/plan.ts'
import { publication } from './cli/publication.ts'
import { reader } from './cli/reader.ts'
import { reindex } from './cli/reindex.ts'
import { shared } from './cli/shared.ts'
import { voucher } from './cli/voucher.ts'
import { withdraw } from './cli/withdraw.ts'
import { ConfigError, readConfig } from './config.ts'

const usage = `kiosk: the command line of a newsstand

  kiosk import <address|file|folder>   put stories on the stand
        --publication SLUG             into this publication, made when it is not there
        --title TEXT  --language TAG  --kind newspaper|magazine|journal
        --door open|metered|plan       what the stories ask of a reader
        --publish-at INSTANT           hold them until then (2031-04-02T06:00:00Z)
        --edition-name TEXT            tells a second edition of a day from the first
        --json                         one JSON line an answer
  kiosk feed add <address>             poll this feed from now on (options as for import)
  kiosk feed list
  kiosk feed remove <address>
  kiosk held                           what waits to come out, and why
  kiosk held drop <publication> <key>  forget it; what is on the stand stays
  kiosk correct <story> <file> --note TEXT
                                       a new revision, with a note that readers see
  kiosk withdraw <story>               take a story off the stand for good
  kiosk withdraw --all <edition|publication>
  kiosk publication rename <name> <new name>
                                       another name in addresses; the former leads on
  kiosk publication permit <name> narration|machine-translation|third-parties yes|no
                                       what may be made of its stories
  kiosk lexicon set <publication> <name> <said>
                                       how a name is read aloud; --language TAG
  kiosk lexicon list <publication>
  kiosk lexicon remove <publication> <name>
  kiosk reader add <e-mail>            somebody who may sign in
        --role operator|editor|publisher  --publication SLUG
  kiosk reader list
  kiosk reader remove <e-mail>         forget them; with --role, only the role
  kiosk shared                         lists that readers share
  kiosk shared end <address or id>     end the sharing of one; then why, in words for its reader
  kiosk shared ended                   those that were ended
  kiosk shared lift <id>               let its reader share it again
  kiosk plan add <name>                something to sell (GOLD)
        --opens stand|newspaper|magazine|journal|SLUG,SLUG
        --trial DAYS  --seats COUNT    for nothing at the start; a household of so many more
        --price AMOUNT  --per month|year
  kiosk plan price <name> <amount>     what it costs from now on ("EUR 9.99", --per year)
  kiosk plan retire <name>             sell it no more; who has it keeps it
  kiosk plan list
  kiosk edition price <publication[/edition]> <amount>|none
                                       sell editions alone as well
  kiosk edition prices
  kiosk voucher create --plan <name>   codes that open a plan; they are shown this once
        --months COUNT  --count COUNT  --until DAY  --note TEXT
  kiosk voucher list
  kiosk grant add <e-mail>             a right to read, by your own hand
        --opens stand|plan:NAME|SLUG   or publication/edition, or publication/edition/story
        --until DAY  --note TEXT
  kiosk grant list <e-mail>            every right of a reader, and where it comes from
  kiosk grant end <key>
  kiosk glossary set <publication> <name> [<what it is called>]
        --language TAG                 how a name is translated; without a word for it, it stays
  kiosk glossary list <publication>
  kiosk glossary remove <publication> <name>
  kiosk doctor                         which voices and translators work, and why others do not
  kiosk reindex                        build the search index anew; searching goes on meanwhile
  kiosk fixture                        fill the stand with invented stories, to measure it
        --publications COUNT  --stories COUNT  --seed NUMBER

A story is named by its address on the stand, or by publication/edition/story.
Settings come from the environment, as for the server: see the README.
`

const commands: Readonly<Record<string, (call: Call) => Promise<number>>> = {
  doctor,
  import: importCommand,
  feed,
  held,
  correct,
  withdraw,
  publication,
  lexicon,
  reader,
  plan,
  edition,
  voucher,
  glossary,
  grant,
  fixture,
  reindex,
  shared,
}

// Whoever reads our lines may have seen enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
process.exitCode = await main(process.argv.slice(2))

async function main(words: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true })
    const [name = '', ...rest] = positionals
    const command = commands[name]
    if (values.help === true || command === undefined) {
      const asked = values.help === true || name === ''
      const stream = asked ? process.stdout : process.stderr
      stream.write(asked ? usage : `There is no command "${name}".\n\n${usage}`)
      return asked ? 0 : 2
    }
    const config = readConfig(process.env)
    await using stand = await assemble(config)
    const from = process.env.KIOSK_CALLED_FROM ?? process.env.INIT_CWD ?? process.cwd()
    const { publicUrl, feedMinutes } = config
    return await command({ stand, words: rest, options: values, from, publicUrl, feedMinutes })
  } catch (error) {
    const code = exitCodeFor(error)
    if (code === null || !(error instanceof Error)) throw error
    process.stderr.write(`${error.message}\n`)
    return code
  }
}

/** 2: the call or the settings are wrong; 1: what was asked could not be done; null: a surprise. */
function exitCodeFor(error: unknown): number | null {
  if (error instanceof UsageError || error instanceof ConfigError) return 2
  if (error instanceof SourceError || error instanceof CardError) return 1
  if (error instanceof MigrationError || error instanceof OpenError) return 1
  if (error instanceof KeyFileError) return 1
  if (error instanceof StorageFullError || error instanceof UntrustworthyStorageError) return 1
  const isParseArgs = error instanceof Error && 'code' in error
  return isParseArgs && String(error.code).startsWith('ERR_PARSE_ARGS') ? 2 : null
}

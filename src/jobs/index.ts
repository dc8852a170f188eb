export { addFeed } from './add-feed.ts'
export { CardError } from './card-error.ts'
export { DemoError } from './demo-error.ts'
export { type AlikeNeeds, findAlike, mostCompared } from './find-alike.ts'
export { type FixtureProgress, type FixtureSize, fillFixture } from './fixture/fill.ts'
export { followOutbox } from './follow-outbox.ts'
export { openIdleness } from './idleness.ts'
export {
  type Import,
  type ImportNeeds,
  importSource,
  isWebAddress,
  SourceError,
} from './import-source.ts'
export { buildIndex, type IndexNeeds, keepIndex } from './keep-index.ts'
export { type DemoNeeds, demoPublications, demoSize, loadDemo } from './load-demo.ts'
export { type NarrateNeeds, narratePublished } from './narrate-published.ts'
export { clockTask, forgetTask, type MeterNeeds, paymentTasks } from './payments.ts'
export { type PollNeeds, type PollReport, pollDue } from './poll-feeds.ts'
export { readDraft } from './read-draft.ts'
export { releaseSounds, type SoundNeeds } from './release-sounds.ts'
export { type ReleaseNeeds, releaseTranslations } from './release-translations.ts'
export { type RenderNeeds, renderPublished } from './render-published.ts'
export { MailError, type SendNeeds, sendMails } from './send-mails.ts'
export { summaryOf } from './summary.ts'
export { type NoticeNeeds, tellNotices } from './tell-notices.ts'
export { startTimetable, type Task } from './timetable.ts'

import { performance } from 'node:perf_hooks'

/** Of the time since the last look so much may have been work, and there is room for more. */
const mostWork = 0.3

/**
 * Whether this thread had little to do since the last look; a look at the end of one's own work
 * leaves that out of the next.
 * @returns `isIdle`, asked before a round of what has no hurry, and `look`, called after it
 */
export function openIdleness(utilization = performance.eventLoopUtilization) {
  let last = utilization()
  return {
    isIdle: () => utilization(utilization(), last).utilization < mostWork,
    look: () => {
      last = utilization()
    },
  }
}

import { readFileSync } from 'node:fs'

export type Tally = { passed: number; failed: number; skipped: number }

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

/** A runner that died without a report counts as one failure. */
const noReport: Tally = { passed: 0, failed: 1, skipped: 0 }

/** Counts vitest's JSON report. A test file that could not even be loaded is in no count of its tests: it counts as one. */
export function tallyVitest(reportFile: string, exitCode: number): Tally {
  const report = readReport(reportFile) as VitestReport | undefined
  if (!report) return noReport
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  )
  return withExitCode(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  })
}

/** Counts Playwright's JSON report. A test that passed only when repeated counts as failed: it can't be relied on. */
export function tallyPlaywright(reportFile: string, exitCode: number): Tally {
  const report = readReport(reportFile) as PlaywrightReport | undefined
  if (!report) return noReport
  const { stats, errors } = report
  return withExitCode(exitCode, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  })
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, { passed, failed, skipped }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
    skipped: sum.skipped + skipped,
  }))
}

/** The line that `npm test` and .ci/run end with; other programs read it. */
export function describeTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** A runner that failed for a reason that is in none of its counts (an error between two tests) counts as one failure. */
function withExitCode(exitCode: number, tally: Tally): Tally {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

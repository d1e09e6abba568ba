import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildIfNeeded } from './build.ts'
import { runChecks } from './checks.ts'
import { provideDisplay } from './display.ts'
import { provideElectron } from './electron.ts'
import { runCommand } from './run-command.ts'
import { runTool } from './run-tool.ts'
import { SetupError } from './setup-error.ts'
import { installSystemPackages, packagesForElectron, packagesForTests } from './system-libraries.ts'
import { addTallies, describeTally, tallyPlaywright, tallyVitest, type Tally } from './test-tally.ts'

const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }
const reports = mkdtempSync(path.join(tmpdir(), 'session-companion-reports-'))

/** `npm test`: everything, in one go. A step that fails doesn't keep the others from running; the sum is the last line. */
await runCommand(async () => {
  const tallies: Tally[] = []
  for (const step of [prepareElectron, installForeignPrograms, build, check, runVitest, runPlaywright]) {
    tallies.push(await attempt(step))
  }
  rmSync(reports, { recursive: true, force: true })
  const sum = addTallies(tallies)
  console.log(`\n${describeTally(sum)}`)
  return sum.failed === 0 ? 0 : 1
})

/** A step that throws counts as one failure. */
async function attempt(step: () => Promise<Tally>): Promise<Tally> {
  try {
    return await step()
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}\n` : error)
    return { ...nothing, failed: 1 }
  }
}

/** Says as the very first line which Electron the tests run in. */
async function prepareElectron(): Promise<Tally> {
  const { description, executable } = await provideElectron()
  console.log(description)
  await installSystemPackages(await packagesForElectron(executable))
  return nothing
}

async function installForeignPrograms(): Promise<Tally> {
  await installSystemPackages(packagesForTests)
  return nothing
}

async function build(): Promise<Tally> {
  await buildIfNeeded()
  return nothing
}

async function check(): Promise<Tally> {
  const results = await runChecks()
  const passed = results.filter((result) => result.passed).length
  return { ...nothing, passed, failed: results.length - passed }
}

async function runVitest(): Promise<Tally> {
  console.log('\n== Unit, component and integration tests')
  const report = path.join(reports, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  // vitest colours its words for a log file too.
  const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' }
  const { exitCode } = await runTool('vitest', args, { env })
  return tallyVitest(report, exitCode)
}

async function runPlaywright(): Promise<Tally> {
  console.log('\n== End-to-end tests')
  const report = path.join(reports, 'playwright.json')
  const display = await provideDisplay()
  try {
    const env = { ...process.env, ...display.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    const { exitCode } = await runTool('playwright', ['test', '--reporter=list,json'], { env })
    return tallyPlaywright(report, exitCode)
  } finally {
    await display.stop()
  }
}

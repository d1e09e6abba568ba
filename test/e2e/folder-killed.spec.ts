import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { act, ask, giveLesson, sign } from '../support/by-command.ts'
import { tryExampleSchool } from '../support/journey.ts'
import { makeUserData, removeUserData, type Session, startSession } from '../support/session.ts'

/** ms after the folder's process is first seen: while it starts, looks, writes and renames. */
const MOMENTS_MS = [0, 5, 15, 30, 60, 90]

test.describe('the process that deals with the office’s folder', () => {
  const userData = makeUserData()
  const office = join(userData, 'office')
  let session: Session

  test.beforeAll(async () => {
    mkdirSync(office)
    session = await startSession({ userData })
  })
  test.afterAll(async () => {
    await session.app.close()
    removeUserData(userData)
  })

  const seen = () => readdirSync(office).filter((name) => name.startsWith('2021-01-18'))
  const isWhole = (name: string) => {
    const bytes = (file: string) => readFileSync(join(office, name, file))
    // Judged by the documented format alone.
    const { files } = JSON.parse(bytes('manifest.json').toString('utf8')) as {
      files: { name: string; sha256: string }[]
    }
    return files.every((one) => createHash('sha256').update(bytes(one.name)).digest('hex') === one.sha256)
  }

  test('killed at any moment takes nothing with it, and the next export is one version more', async () => {
    test.slow()
    const main = await tryExampleSchool(session)
    const { school } = await ask(main, 'app.status', {})
    if (!school) throw new Error('no school')
    await ask(main, 'school.save', { ...school, officeFolder: office })
    const lessonId = await giveLesson(main)
    await sign(main, lessonId, null)
    let killed = 0
    for (const [round, ms] of MOMENTS_MS.entries()) {
      if (round > 0) {
        const { pupils } = await ask(main, 'lesson.get', { lessonId })
        await act(main, lessonId, { kind: 'moved', value: { to: 'ended' } })
        await sign(main, lessonId, pupils[round]?.id ?? null)
      }
      const dies = session.app.evaluate(
        ({ app }, wait) =>
          new Promise<boolean>((resolve) => {
            const gaveUp = setTimeout(() => end(false), 10_000)
            const look = setInterval(() => {
              const found = app.getAppMetrics().find(({ name }) => name === 'Session Companion office folder')
              if (!found) return
              clearInterval(look)
              setTimeout(() => {
                try {
                  end(process.kill(found.pid, 'SIGKILL'))
                } catch {
                  end(false)
                }
              }, wait)
            }, 1)
            const end = (isKilled: boolean) => {
              clearTimeout(gaveUp)
              clearInterval(look)
              resolve(isKilled)
            }
          }),
        ms,
      )
      const first = await ask(main, 'export.day', { date: '2021-01-18' }).catch((error: Error) => error)
      if (await dies) killed += 1
      if (first instanceof Error) expect(first.message).toContain('nothing is lost')
      const after = await ask(main, 'export.day', { date: '2021-01-18' })
      expect(after.version).toBe(round + 1)
      expect(seen()).toHaveLength(round + 1)
      for (const name of seen()) expect(isWhole(name), name).toBe(true)
    }
    expect(killed).toBeGreaterThan(0)
  })
})

import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  LARGEST_LESSON_FILE,
  keyOf,
  openLesson,
  readHeader,
  sealLesson,
} from '../../electron/exchange/share/seal-lesson.ts'
import { listNewestLessons, readLessonFile } from '../../electron/exchange/share/lesson-folder.ts'
import { openChosen } from '../../electron/ipc/open-lesson-file.ts'
import { createRandom, wholeBetween } from '../../shared/domain/example-school/random.ts'
import type { LessonFileBody } from '../../shared/domain/lesson-file.ts'
import { idOf, point, startLog } from '../support/log-fixture.ts'
import { MORNING, testPreset } from '../support/test-school.ts'

const CODE = '7K3Q9MWX4HPT'
const salt = 'ab'.repeat(16)
const who = { deviceId: randomUUID(), writerId: randomUUID(), salt }

function bodyWith(taps: number): LessonFileBody {
  const log = startLog(idOf(900))
  for (let n = 0; n < taps; n += 1) log.act([point(idOf(100 + (n % 30)))])
  return {
    writtenAt: MORNING,
    writer: { staffId: idOf(1), isTeacher: true },
    lesson: {
      id: idOf(900),
      classId: idOf(50),
      className: 'Kingfishers',
      subject: 'Maths',
      learningIntention: 'Fractions',
      startsAt: MORNING,
      endsAt: MORNING + 1,
    },
    pupils: [{ id: idOf(100), forename: 'Jenny', surname: 'Clarke' }],
    optedOutIds: [],
    staff: [{ id: idOf(1), name: 'Ms J Reid', role: 'teacher' }],
    scheme: testPreset.scheme,
    checklist: { version: 3, items: testPreset.checkItems },
    events: log.events,
  }
}

let folder: string
let key: Buffer
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'session-companion-lesson-'))
  key = await keyOf(CODE, salt)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const put = (content: Uint8Array | string, name = 'x.lesson'): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
/** Opens the file of this path, as when it was chosen. */
const openPath = (path: string, code: string) => openChosen({ name: 'x.lesson', path }, code)
const sealed = async (taps = 20) => sealLesson(who, bodyWith(taps), key)

describe('a lesson file', () => {
  it('opens with its code to exactly what went in', async () => {
    const opened = await openPath(put(await sealed()), CODE)
    expect(typeof opened === 'string' ? opened : opened.body).toEqual(bodyOf(opened))
    expect(typeof opened === 'string' ? opened : opened.body.events).toHaveLength(20)
  })

  it('shows nobody’s name and no tap to whoever has no code', async () => {
    const text = (await sealed()).toString('latin1')
    // None of two letters: among two thousand sealed bytes those stand by chance once in thirty runs.
    for (const secret of [
      'Jenny',
      'Clarke',
      'Reid',
      'Kingfishers',
      'Maths',
      'Fractions',
      'listening',
      'award',
    ]) {
      expect(text).not.toContain(secret)
    }
  })

  it('says nothing that could be the same in two writings of one lesson but its header', async () => {
    const body = bodyWith(20)
    const [one, other] = [await sealLesson(who, body, key), await sealLesson(who, body, key)]
    const header = one.subarray(0, one.indexOf(10) + 1)
    expect(other.subarray(0, header.length).toString()).toBe(header.toString())
    expect(one.subarray(header.length, header.length + 64)).not.toEqual(
      other.subarray(header.length, header.length + 64),
    )
  })

  it('does not open with another code, in words', async () => {
    expect(await openPath(put(await sealed()), '7K3Q9MWX4HPW')).toMatch(/code does not open this file/)
  })

  it('is not whole at any length but its own', async () => {
    const whole = await sealed(5)
    for (let length = 1; length < whole.length; length += 37) {
      const part = readHeader(whole.subarray(0, length))
      expect({ length, part }).toEqual({ length, part: 'not-whole' })
    }
    expect(readHeader(Buffer.concat([whole, Buffer.from('more')]))).toBe('not-a-lesson')
  })

  it('does not open when a byte anywhere is another (every 11th byte)', async () => {
    const whole = await sealed(5)
    for (let at = 0; at < whole.length; at += 11) {
      const damaged = Buffer.from(whole)
      damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at)
      const read = readHeader(damaged)
      const opened = typeof read === 'string' ? read : await openLesson(read, key)
      expect({ at, opened: typeof opened }).toEqual({ at, opened: 'string' })
    }
  })

  it('of a newer version is left as it is, in words', async () => {
    const whole = (await sealed()).toString('latin1').replace('"version":1', '"version":2')
    expect(await openPath(put(Buffer.from(whole, 'latin1')), CODE)).toMatch(/newer Session Companion/)
  })

  it('whose body unfolds to no lesson is refused', async () => {
    const body = { ...bodyWith(1), scheme: { behaviours: [] } } as unknown as LessonFileBody
    expect(await openPath(put(await sealLesson(who, body, key)), CODE)).toMatch(/could not be read/)
  })

  it('that says one lesson outside and another inside is refused', async () => {
    const body = bodyWith(1)
    const whole = await sealLesson(who, body, key)
    const text = whole.toString('latin1').replace(body.lesson.id, idOf(901))
    expect(await openPath(put(Buffer.from(text, 'latin1')), CODE)).toMatch(/code does not open/)
  })

  it('is told apart from anything else', async () => {
    const random = createRandom('noise')
    const noise = (length: number) => Uint8Array.from({ length }, () => wholeBetween(random, 0, 255))
    const others = [
      '',
      '{}',
      'null\n',
      '{"format":"session-companion-lesson"}\n',
      '[1]\n',
      'PK\u0003\u0004',
      noise(5000),
    ]
    for (const other of others.slice(1)) expect(await openPath(put(other), CODE)).toMatch(/not a lesson file/)
    expect(await openPath(put(''), CODE)).toMatch(/not whole yet/)
  })

  it('that is a folder, a loop of links, a link or gone is not read', async () => {
    mkdirSync(join(folder, 'folder.lesson'))
    symlinkSync(join(folder, 'b.lesson'), join(folder, 'a.lesson'))
    symlinkSync(join(folder, 'a.lesson'), join(folder, 'b.lesson'))
    symlinkSync(put(await sealed(), 'real.lesson'), join(folder, 'c.lesson'))
    for (const name of ['folder.lesson', 'a.lesson', 'c.lesson', 'gone.lesson']) {
      expect({ name, read: await readLessonFile(join(folder, name)) }).toEqual({ name, read: 'not-a-lesson' })
    }
    expect((await listNewestLessons(folder)).length).toBe(5)
  })

  it('of 200 MB is not read', async () => {
    const path = put('{"format":"session-companion-lesson"')
    truncateSync(path, 200 * 1024 * 1024)
    expect(await readLessonFile(path)).toBe('too-large')
    expect(LARGEST_LESSON_FILE).toBeLessThan(200 * 1024 * 1024)
  })
})

const bodyOf = (opened: Awaited<ReturnType<typeof openChosen>>): unknown => {
  if (typeof opened === 'string') throw new Error(opened)
  const { events: _ids, ...rest } = bodyWith(20)
  return { ...rest, events: opened.body.events }
}

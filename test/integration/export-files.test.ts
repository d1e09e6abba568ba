import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mailDraft, mailWords } from '../../electron/exchange/export/mail-draft.ts'
import { officeFolderHere } from '../../electron/exchange/export/office-folder.ts'
import { writeHome } from '../../electron/exchange/export/write-home.ts'
import { sealedZip } from '../../electron/exchange/export/sealed-zip.ts'
import { praisePages } from '../../electron/exchange/export/praise-page.ts'
import type { NewEntry } from '../../shared/domain/events.ts'
import { praiseNotes } from '../../shared/domain/office-sheets/praise-notes.ts'
import { exportProgress } from '../../shared/ipc/commands/export.ts'
import { makeZipPassword, PASSWORD_BYTES } from '../../shared/domain/zip-password.ts'
import { buildDay, hostileNames, idOf, startLog } from '../support/day-fixture.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

const date = '2021-01-18'
const has7z = spawnSync('7z', ['i']).status === 0
const sevenZip = (...words: string[]) => spawnSync('7z', words, { encoding: 'utf8' })

let school: WorkingSchool
beforeEach(async () => {
  school = openWorkingSchool()
  await school.begin()
  await school.importClass()
  school.chosen.folder = school.folder
})
afterEach(() => school.end())

const addresses = async (officeEmail: string, teacherEmail = 'j.reid@crofton.example') => {
  const { school: settings } = await school.ask('app.status', {})
  if (!settings) throw new Error('no school')
  await school.ask('school.save', { ...settings, teacherEmail, officeEmail })
}
const points = (pupilId: string, count: number): NewEntry[] =>
  Array.from({ length: count }, () => ({
    kind: 'award',
    pupilId,
    value: { behaviour: 'listening', group: 'praise', points: 1 },
  }))

/** Headers unfolded, and the parts' bodies decoded. */
function readMail(bytes: Buffer) {
  const text = bytes.toString('latin1')
  const [head = ''] = text.split('\r\n\r\n')
  const headers = new Map(
    head
      .replaceAll(/\r\n /g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const),
  )
  const boundary = /boundary="([^"]+)"/.exec(headers.get('Content-Type') ?? '')?.[1] ?? ''
  const parts = text.split(`--${boundary}\r\n`).slice(1)
  const bodies = parts.map((part) =>
    Buffer.from((part.split('\r\n\r\n')[1] ?? '').split('\r\n--')[0] ?? '', 'base64'),
  )
  return { text, headers, parts, bodies }
}

/** Python's own reader of mail, which follows RFC 5322 and MIME and counts what is against them. */
const hasPython = spawnSync('python3', ['--version']).status === 0
const readInPython = `
import base64, email, email.policy, json, sys
mail = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
text, attached = list(mail.iter_parts())
defects = sum(len(part.defects) for part in mail.walk()) + sum(len(mail[name].defects) for name in ('Subject', 'Date'))
print(json.dumps({
  'defects': defects, 'headers': mail.keys(), 'to': len(mail['To'].addresses),
  'subject': mail['Subject'].strip(), 'unsent': mail['X-Unsent'],
  'text': text.get_payload(decode=True).decode('utf-8'),
  'types': [text.get_content_type(), attached.get_content_type()],
  'attachment': base64.b64encode(attached.get_content()).decode('ascii'),
}))`

/** A draft in which every text that anybody may write tries to be more than text. */
async function hostileDraft() {
  const { subject, text } = mailWords({
    teacherName: 'Ms Zoë\r\nBcc: all@example.org 李小龍 '.repeat(3),
    schoolName: 'A "school"\n.\nFrom here\n',
    notTheRegister: 'Not the register.',
    isExample: true,
    day: Date.UTC(2021, 0, 18, 12),
  })
  const content = Buffer.from(Array.from({ length: 1000 }, (_, at) => at % 256))
  const attachment = { name: 'a"\r\nX-Evil: 1.zip', content }
  const from = 'a@b.example>\r\nBcc: <x@y.example'
  const draft = await mailDraft({ from, to: from, subject, text, attachment, at: 0, boundary: 'part-1' })
  return { bytes: Buffer.from(draft), subject, text, content }
}

describe('the way by e-mail', () => {
  it('makes a locked zip and a draft with it, and tells the password once', async () => {
    await addresses('office@crofton.example')
    await school.finishLesson(([first = '']) => points(first, 3))
    const made = await school.ask('export.mail', { date })
    if (made.outcome !== 'written') throw new Error(made.outcome)
    expect(made).toMatchObject({
      folder: join(school.folder, '2021-01-18 Ms J Reid by e-mail'),
      files: ['To the office 2021-01-18.eml', 'Session participation 2021-01-18.zip'],
      to: 'office@crofton.example',
    })
    const [eml, zip] = made.files.map((name) => readFileSync(join(made.folder, name)))
    const { text, headers, parts, bodies } = readMail(eml ?? Buffer.alloc(0))
    expect(Object.fromEntries(headers)).toMatchObject({
      From: 'j.reid@crofton.example',
      To: 'office@crofton.example',
      Subject: 'Live online lessons of 18 January 2021, Ms J Reid',
      'X-Unsent': '1',
      'MIME-Version': '1.0',
    })
    expect(parts[1]?.replaceAll('\r\n ', ' ')).toContain(
      'Content-Type: application/zip; name="Session participation 2021-01-18.zip"',
    )
    expect(bodies[1]).toEqual(zip)
    expect(bodies[0]?.toString('utf8')).toContain('not marks of the statutory attendance register')
    expect(text.split('\r\n').every((line) => line.length <= 78)).toBe(true)
    const words = text + (bodies[0]?.toString('utf8') ?? '') + (zip?.toString('latin1') ?? '')
    for (const part of [made.password, ...made.password.split('-')]) expect(words).not.toContain(part)
    expect(words).not.toMatch(/Lovelace|Turing/)
    const again = await school.ask('export.mail', { date })
    if (again.outcome !== 'written') throw new Error(again.outcome)
    expect(again.folder).toBe(`${made.folder} v2`)
    expect(again.password).not.toBe(made.password)
  })

  it.skipIf(!has7z)('opens in 7-Zip with the password and not without', async () => {
    await addresses('office@crofton.example')
    await school.finishLesson()
    const made = await school.ask('export.mail', { date })
    if (made.outcome !== 'written') throw new Error(made.outcome)
    const zip = join(made.folder, 'Session participation 2021-01-18.zip')
    const listed = sevenZip('l', '-slt', zip).stdout
    expect(listed.match(/Method = AES-256/g)).toHaveLength(10)
    expect(listed.match(/Encrypted = \+/g)).toHaveLength(10)
    const inside = listed.match(/(?<=^Path = ).*(?=$)/gm)?.slice(1) ?? []
    expect(inside.filter((name) => !/^[A-Z][a-z -]+ 2021-01-18\.(csv|xlsx|pdf)$/.test(name))).toEqual([
      'manifest.json',
    ])
    const out = join(school.folder, 'opened')
    expect(sevenZip('x', `-p${made.password}`, `-o${out}`, zip).status).toBe(0)
    expect(readFileSync(join(out, 'Participation 2021-01-18.csv'), 'utf8')).toContain('Lovelace')
    expect(readdirSync(out).filter((name) => name.endsWith('.csv'))).toHaveLength(7)
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({ split: 'office', version: 1, teacher: 'Ms J Reid' })
    expect(manifest.files.map(({ name }: { name: string }) => name).toSorted()).toEqual(
      readdirSync(out)
        .filter((name) => name !== 'manifest.json')
        .toSorted(),
    )
    const wrong = sevenZip('t', '-p7K3Q-9MWX-4HPT-2ACD-8EFG', zip)
    expect([wrong.status === 0, /Wrong password/.test(wrong.stdout + wrong.stderr)]).toEqual([false, true])
    expect(sevenZip('t', '-p', zip).status).not.toBe(0)
  })

  it('is remembered, so that the day asks for nothing until something is recorded again', async () => {
    await addresses('office@crofton.example')
    const lessonId = await school.finishLesson()
    const madeAt = school.clock.now
    await school.ask('export.mail', { date })
    const ofDay = async () => (await school.ask('export.get', {})).days.find((one) => one.date === date)
    expect(await ofDay()).toMatchObject({
      mailed: { version: 1, at: madeAt },
      lessons: [{ state: 'signed-off', isMailed: true }],
    })
    await school.ask('export.mail', { date })
    expect((await ofDay())?.mailed?.version).toBe(1)
    school.clock.now += 24 * 3_600_000
    expect(await ofDay()).toBeUndefined()
    expect((await school.ask('today.get', {})).unfinished).toEqual([])
    const { pupils } = await school.ask('lesson.get', { lessonId })
    await school.act(lessonId, { kind: 'moved', value: { to: 'ended' } })
    await school.act(lessonId, {
      kind: 'participation',
      pupilId: pupils[0]?.id ?? '',
      value: { status: 'absent' },
    })
    await school.act(lessonId, { kind: 'moved', value: { to: 'signed-off' } })
    expect((await ofDay())?.lessons[0]?.isMailed).toBeUndefined()
    expect((await school.ask('today.get', {})).unfinished).toHaveLength(1)
    await school.ask('export.mail', { date })
    expect(await ofDay()).toBeUndefined()
  })

  it('says what is missing before it asks for a folder', async () => {
    await addresses('')
    const refused = () => school.dispatch('export.mail', { date })
    expect(await refused()).toMatchObject({ ok: false, error: { code: 'nothing-signed' } })
    await school.finishLesson()
    expect(await refused()).toMatchObject({ ok: false, error: { code: 'no-office-email' } })
    await addresses('office@crofton.example', '')
    expect(await refused()).toMatchObject({ ok: false, error: { code: 'no-own-email' } })
    await addresses('office@crofton.example')
    school.chosen.folder = null
    expect(await school.ask('export.mail', { date })).toEqual({ outcome: 'cancelled' })
    school.chosen.folder = join(school.folder, 'gone')
    expect(await refused()).toMatchObject({ ok: false, error: { code: 'folder-missing' } })
  })

  it('lets nothing in a name or an address become a header', async () => {
    const { bytes, subject } = await hostileDraft()
    const read = readMail(bytes)
    expect([...read.headers.keys()].join(' ')).toBe(
      'Date From To Subject X-Unsent Message-ID MIME-Version Content-Type',
    )
    expect(read.text).not.toMatch(/^(Bcc|X-Evil)/m)
    expect(read.headers.get('Date')).toBe('Thu, 01 Jan 1970 00:00:00 +0000')
    expect(read.headers.get('To')).not.toContain(',')
    const decoded = (read.headers.get('Subject') ?? '')
      .split(' ')
      .map((word) => Buffer.from(/=\?utf-8\?B\?(.*)\?=/i.exec(word)?.[1] ?? '', 'base64').toString('utf8'))
      .join('')
    expect(decoded.trim()).toBe(subject.replaceAll(/[\r\n]+/g, ' ').trim())
    expect(read.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(read.text.split('\r\n').every((line) => line.length <= 78)).toBe(true)
    expect(/[^\x20-\x7e\r\n]/.test(read.text)).toBe(false)
  })

  it.skipIf(!hasPython)('is read by a mail parser that has nothing to do with what wrote it', async () => {
    const { bytes, subject, text, content } = await hostileDraft()
    const file = join(school.folder, 'draft.eml')
    writeFileSync(file, bytes)
    const { stdout, stderr } = spawnSync('python3', ['-c', readInPython, file], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({
      defects: 0,
      headers: ['Date', 'From', 'To', 'Subject', 'X-Unsent', 'Message-ID', 'MIME-Version', 'Content-Type'],
      to: 1,
      subject: subject.replaceAll(/[\r\n]+/g, ' ').trim(),
      unsent: '1',
      text: text.replaceAll(/\r?\n/g, '\r\n'),
      types: ['text/plain', 'application/zip'],
      attachment: content.toString('base64'),
    })
  })

  it('has a password of 95 bits, every character as likely', () => {
    const bytes = (first: number) =>
      Uint8Array.from({ length: PASSWORD_BYTES }, (_, at) => (first + at * 7) % 256)
    expect(makeZipPassword(bytes(1))).toMatch(/^([2-9A-Y]{4}-){4}[2-9A-Y]{4}$/)
    expect(makeZipPassword(bytes(1))).not.toBe(makeZipPassword(bytes(2)))
    expect(Math.log2(27 ** 20)).toBeGreaterThan(80)
    expect(() => makeZipPassword(new Uint8Array(19))).toThrow('too few')
  })

  it('locks an empty and a large file alike', async () => {
    const files = [
      { name: 'empty.csv', content: new Uint8Array() },
      { name: 'large.pdf', content: new Uint8Array(3_000_000).fill(7) },
    ]
    const zip = Buffer.from(await sealedZip(files, 'secret words', 0)).toString('latin1')
    expect(zip).not.toContain('secret')
    expect(zip).not.toContain('\x07\x07\x07\x07')
  })
})

describe('what goes to leaders and home', () => {
  it('is named by whose it is and what it is, however long a class’s name', async () => {
    const className = 'Year 5 Kingfisher and Woodpecker of the whole federation'
    const name = 'Oluwaseun-Christopher Featherstonehaugh-Cholmondeley'
    const certificate = {
      schoolName: 'Crofton',
      colour: '#6741d9',
      pupilName: name,
      levelName: 'The gold of the golden golds, on gold',
      points: 25,
      term: 'Spring term',
      at: 0,
      teacherName: 'Ms J Reid',
      isExample: false,
      className,
    }
    const made = await writeHome({
      parent: school.folder,
      named: { of: 'home', isKept: false },
      folder: officeFolderHere(),
      day: { ...buildDay({ pupils: 1, lessons: 1 }), lessons: [] },
      colour: '#6741d9',
      certificates: [certificate, certificate],
      printPdf: (html) => Promise.resolve(new TextEncoder().encode(html)),
    })
    expect(made?.files).toEqual([
      'Year 5 Kingfisher and Wo all certificates.pdf',
      `Year 5 Kingfisher and Wo ${name} The gold of the golden g.pdf`,
      `Year 5 Kingfisher and Wo ${name} The gold of the golden g 2.pdf`,
    ])
  })

  it('can be stopped while it is printed, and leaves nothing', async () => {
    await school.finishLesson(([first = '']) => points(first, 26))
    const { printPdf } = school.context
    school.context.printPdf = async (html) => {
      await school.ask('export.stop-files', { date, way: 'home' })
      return printPdf(html)
    }
    expect(await school.dispatch('export.split', { date, split: 'home' })).toMatchObject({
      ok: false,
      error: { code: 'stopped' },
    })
    expect(readdirSync(school.folder).filter((name) => /home|partial/.test(name))).toEqual([])
    await expect(school.ask('export.reveal-files', { date, way: 'home' })).rejects.toThrow('not been made')
  })

  it('can be stopped while it is written, and leaves nothing', async () => {
    await school.finishLesson(([first = '']) => points(first, 26))
    const steps: string[] = []
    school.context.windows.tell = (name, payload) => {
      if (name !== 'export.progress') return
      const { step, done } = exportProgress.parse(payload)
      steps.push(`${step} ${done}`)
      if (step === 'writing' && done === 1) void school.ask('export.stop-files', { date, way: 'home' })
    }
    await expect(school.ask('export.split', { date, split: 'home' })).rejects.toThrow('stopped')
    expect(steps.slice(0, 6)).toEqual(
      [0, 1, 2, 3].map((done) => `printing ${done}`).concat('writing 0', 'writing 1'),
    )
    expect(readdirSync(school.folder).filter((name) => /home|partial/.test(name))).toEqual([])
  })

  it.each([
    ['home', false, 'The folder for home cannot be found', 'or choose another folder, then'],
    ['home', true, 'The folder for home cannot be found', 'or choose another folder in Settings, then'],
    ['leaders', false, 'The folder for leaders cannot be found', 'or choose another folder, then'],
    ['leaders', true, 'The folder for leaders cannot be found', 'or choose another folder in Settings, then'],
    ['mail', false, 'The folder for the e-mail cannot be found', 'or choose another folder, then'],
  ] as const)('names the folder that is away: %s, kept in Settings %s', async (way, isKept, what, advice) => {
    await addresses('office@crofton.example')
    await school.finishLesson(([first = '']) => points(first, 26))
    const gone = join(school.folder, 'gone')
    school.chosen.folder = isKept ? null : gone
    const { school: settings } = await school.ask('app.status', {})
    if (settings && isKept) {
      await school.ask('school.save', { ...settings, splitFolders: { leaders: gone, home: gone } })
    }
    const reply =
      way === 'mail'
        ? await school.dispatch('export.mail', { date })
        : await school.dispatch('export.split', { date, split: way })
    if (reply.ok) throw new Error('made')
    expect(reply.error.code).toBe('folder-missing')
    expect(reply.error.message).toContain(`${what}: ${gone}. Nothing was written there, and nothing is lost`)
    expect(reply.error.message).toContain(advice)
    expect(reply.error.message).not.toContain('office’s folder')
  })

  it('is in folders of their own, each with no more than its reader needs', async () => {
    const lessonId = await school.finishLesson(([first = '', second = '']) => [
      ...points(first, 26),
      ...points(second, 1),
      { kind: 'note', pupilId: first, value: { about: 'follow-up' }, text: 'Ring home about the ruler' },
    ])
    const leaders = await school.ask('export.split', { date, split: 'leaders' })
    const home = await school.ask('export.split', { date, split: 'home' })
    if (leaders.outcome !== 'written' || home.outcome !== 'written') throw new Error('not written')
    expect(leaders.folder).toBe(join(school.folder, '2021-01-18 Ms J Reid leaders'))
    expect(leaders.files.toSorted()).toEqual([
      'Checks 2021-01-18.csv',
      'Follow-up 2021-01-18.csv',
      'Incidents 2021-01-18.csv',
      'Lessons for leaders 2021-01-18.xlsx',
      'Summary 2021-01-18.csv',
      'manifest.json',
    ])
    const inLeaders = (name: string) => readFileSync(join(leaders.folder, name), 'utf8')
    expect(inLeaders('Follow-up 2021-01-18.csv')).toContain('Ring home about the ruler')
    expect(JSON.parse(inLeaders('manifest.json'))).toMatchObject({ split: 'leaders', version: 1 })
    expect(home.folder).toBe(join(school.folder, '2021-01-18 Ms J Reid home'))
    expect(home.files).toEqual([
      '5C all praise notes.pdf',
      '5C all certificates.pdf',
      '5C Ada Lovelace praise.pdf',
      '5C Alan Turing praise.pdf',
      '5C Ada Lovelace Bronze.pdf',
    ])
    const ada = readFileSync(join(home.folder, '5C Ada Lovelace praise.pdf'), 'utf8')
    expect(ada).toContain('Ada Lovelace')
    expect(ada).toContain('26 times')
    expect(ada).not.toMatch(/Turing|ruler|UPN|Took part/)
    expect((await school.ask('lesson.get', { lessonId })).lesson.subject).toBe('Maths')
  })

  it('says who has the leaders’ version before open, and that a clock is wrong', async () => {
    await school.finishLesson()
    school.clock.now += 86_400_000
    const first = await school.ask('export.split', { date, split: 'leaders' })
    if (first.outcome !== 'written') throw new Error('not written')
    school.clock.now -= 86_400_000
    const file = `Lessons for leaders ${date}.xlsx`
    writeFileSync(join(first.folder, `.~lock.${file}#`), 'Mr H Head,head,CJS-1,18.01.2021 15:50,profile;')
    const { school: settings } = await school.ask('app.status', {})
    if (!settings) throw new Error('no school')
    await school.ask('school.save', { ...settings, notTheRegister: 'These are no marks of any register.' })
    expect(await school.ask('export.split', { date, split: 'leaders' })).toMatchObject({
      earlierIsDated: expect.any(Number),
      openFiles: [{ file, by: 'Mr H Head' }],
    })
  })

  it('goes into the school’s folder for it without asking, and nothing where nobody was praised', async () => {
    await school.finishLesson()
    const { school: settings } = await school.ask('app.status', {})
    if (!settings) throw new Error('no school')
    const splitFolders = { leaders: school.folder, home: school.folder }
    await school.ask('school.save', { ...settings, splitFolders })
    school.chosen.folder = null
    expect(await school.ask('export.split', { date, split: 'leaders' })).toMatchObject({ outcome: 'written' })
    expect(await school.ask('export.split', { date, split: 'home' })).toEqual({ outcome: 'nothing' })
    expect(readdirSync(school.folder).filter((name) => name.endsWith('home'))).toEqual([])
  })

  it('holds praise alone: no nudge, step, absence or other pupil, whatever anybody is called', () => {
    const plain = buildDay({ names: hostileNames, pupils: 12, isExample: true })
    const nudge = plain.lessons[0]?.behaviours.find(({ group }) => group === 'nudge')
    if (!nudge) throw new Error('no nudge')
    const log = startLog({ lessonId: idOf(99), startsAt: plain.lessons[0]?.lesson.startsAt ?? 0 })
    const value = { behaviour: nudge.id, group: nudge.group, points: nudge.points }
    log.at(30, { kind: 'award', pupilId: idOf(100), value })
    const lessons = plain.lessons.map((one) => ({ ...one, events: [...one.events, ...log.events] }))
    const day = { ...plain, lessons }
    const notes = praiseNotes(day)
    const absent = day.lessons[0]?.pupils[2]?.id
    expect(notes.some(({ pupilId }) => pupilId === absent)).toBe(false)
    const praise = new Set(
      day.lessons[0]?.behaviours.filter(({ group }) => group === 'praise').map(({ label }) => label),
    )
    const said = notes.flatMap(({ lessons }) =>
      lessons.flatMap((one) => one.praise.map(({ label }) => label)),
    )
    expect(said.length).toBeGreaterThan(0)
    expect(said.filter((label) => !praise.has(label))).toEqual([])
    const html = praisePages({ ...day, colour: '#ffee00' }, notes)
    expect(html.match(/<section/g)).toHaveLength(notes.length)
    expect(html.match(/Example school - invented data/g)).toHaveLength(notes.length)
    expect(html).not.toMatch(/<script|<b>Bold|https?:|src=|<link|@import|url\(/)
    expect(html).not.toMatch(/Absent|Camera|Attitude|Reminder|Warning|A820000/)
  })
})

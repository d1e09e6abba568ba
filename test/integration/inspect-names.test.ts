import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { inspectNames } from '../../electron/exchange/inspect-names.ts'

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))
const classList = join(projectRoot, 'test/fixtures/class-lists/roster_nhs-class-import_valid_mixed-dates.csv')

function writeFile(name: string, content: string | Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'session-companion-inspect-')), name)
  writeFileSync(file, content)
  return file
}

/** The command as `npm run inspect` runs it. */
function inspect(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['electron/exchange/inspect.ts', ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
  })
  return { stdout, stderr, status }
}

describe('inspect --class --names', () => {
  it('prints the JSON alone, one entry a name, in order', () => {
    const names = writeFile(
      'names.txt',
      '\ufeffWaiting (4)\r\nJennifer Clarke (Guest)\r\nAdmit\r\nGae Thorne\r\niPad\r\nMrs Doe\r\nMs Reid (me)\r\n',
    )
    const { stdout, stderr, status } = inspect('--class', classList, '--names', names, '--json')
    expect(JSON.parse(stdout)).toEqual({
      names: [
        {
          text: 'Jennifer Clarke',
          outcome: 'expected',
          pupil: { forename: 'Jenny', surname: 'Clarke' },
          why: 'Jenny Clarke’s own name.',
        },
        {
          text: 'Gae Thorne',
          outcome: 'expected',
          pupil: { forename: 'Gae', surname: 'Thorne-Smith' },
          why: expect.any(String),
        },
        { text: 'iPad', outcome: 'unexpected', why: expect.any(String) },
        {
          text: 'Mrs Doe',
          outcome: 'ask',
          candidates: [{ forename: 'Mark', surname: 'Doe' }],
          why: expect.any(String),
        },
      ],
    })
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  })

  it('prints a table for people', () => {
    const { stdout, status } = inspect(
      '--class',
      classList,
      '--names',
      writeFile('names.txt', 'Jim\nMarc Doe'),
    )
    expect(stdout.split('\n').map((line) => line.split(/ {2,}/).slice(0, 2).join(' '))).toEqual([
      'Jim expected',
      'Marc Doe ask',
      '',
    ])
    expect(status).toBe(0)
  })

  it.each([
    ['one file only', ['--class', classList]],
    ['an unknown option', ['--klass', classList]],
  ])('refuses %s, saying how it is used, as text and as JSON', (_, args) => {
    const { stdout, stderr, status } = inspect(...args, '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      refusal: { code: 'usage', advice: expect.stringContaining('--names') },
    })
    expect(stderr).toContain('Use: npm run -s inspect')
    expect(status).toBe(2)
  })

  it('refuses a missing file with the exit code of a refusal, and nothing but the JSON on standard output', () => {
    const { stdout, stderr, status } = inspect(
      '--class',
      classList,
      '--names',
      '/nowhere/names.txt',
      '--json',
    )
    expect(JSON.parse(stdout)).toMatchObject({ refusal: { code: 'unreadable' } })
    expect(stderr).toContain('There is no file with this name. Nothing was changed.')
    expect(status).toBe(1)
  })
})

describe('inspecting names', () => {
  it('knows a pupil of another class by the class list’s own', () => {
    const list = writeFile('list.csv', 'Forename,Surname,Class\nAva,Turner,2C\nNoah,Reid,2C\n')
    const { json } = inspectNames(list, writeFile('n.txt', 'Ava 2C\nNoah 3B'))
    expect(json).toMatchObject({ names: [{ outcome: 'expected' }, { outcome: 'ask' }] })
  })

  const names = (content: string | Uint8Array) => inspectNames(classList, writeFile('n.txt', content))

  it.each([
    ['a folder', () => inspectNames(tmpdir(), classList), 'unreadable'],
    ['a picture', () => names('\u0089PNG\n\u001a\n\u0000'), 'not-text'],
    ['a workbook', () => names(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0])), 'not-text'],
    ['10,000 lines', () => names('Jenny\n'.repeat(10_000)), 'too-long'],
    ['a file of 5 MB', () => names('a'.repeat(5_000_000)), 'too-long'],
    ['an empty file', () => names(''), 'empty'],
    [
      'a class list that is none',
      () => inspectNames(writeFile('c.csv', 'nothing here'), classList),
      'no-name-columns',
    ],
  ])('refuses %s, saying what happened and what to do', (_, run, code) => {
    const { refusal, text, json } = run()
    expect(refusal?.code).toBe(code)
    expect(json).toEqual({ refusal: expect.objectContaining({ code }) })
    expect(text).toContain('Nothing was changed.')
    expect(text).toContain(refusal?.advice)
  })
})

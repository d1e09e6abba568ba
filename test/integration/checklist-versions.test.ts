import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  addChecklist,
  checklistOf,
  findChecklist,
  listChecklists,
  newestChecklist,
  prepareChecklist,
} from '../../electron/store/checklist-repository.ts'
import { migrate, migrations, schemaVersion } from '../../electron/store/migrate.ts'
import { firstChecklist } from '../../electron/store/migrations/first-checklist.ts'
import { isProblem, openStore, type Store } from '../../electron/store/open-store.ts'
import { addStaff } from '../../electron/store/school-repository.ts'
import { checkItems } from '../../shared/domain/checks.ts'
import type { LessonEvent } from '../../shared/domain/events.ts'
import { idOf } from '../support/log-fixture.ts'
import { MORNING, testPreset } from '../support/test-school.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'session-companion-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function open(): Store {
  const opened = openStore(folder, 'school')
  if (isProblem(opened)) throw new Error(opened.message)
  return opened
}
const own = checkItems.parse([{ ...testPreset.checkItems[0], question: 'Is this one of our laptops?' }])
const moved = (checklist?: number): LessonEvent => ({
  id: idOf(70),
  lessonId: idOf(10),
  at: MORNING,
  actorId: idOf(1),
  deviceId: idOf(9),
  kind: 'moved',
  value: { to: 'preparing', ...(checklist === undefined ? {} : { checklist }) },
})

/** Records as the first version of the app left them, with a lesson prepared or with none. */
function leaveFirstSchema(hasLesson: boolean): void {
  const db = new Database(join(folder, 'school.sqlite'))
  migrate(
    db,
    migrations.filter(({ version }) => version === 1),
  )
  if (hasLesson) {
    db.exec(`
      INSERT INTO class (id, name) VALUES ('${idOf(50)}', '5C');
      INSERT INTO lesson (id, class_id, starts_at, ends_at, sealed)
        VALUES ('${idOf(10)}', '${idOf(50)}', ${MORNING}, ${MORNING + 1}, x'00');
      INSERT INTO lesson_rollup (lesson_id, state, checks_answered, second_adult_in)
        VALUES ('${idOf(10)}', 'preparing', 4, 0);
      INSERT INTO event (id, lesson_id, kind, value, at, actor_id, device_id)
        VALUES ('${idOf(70)}', '${idOf(10)}', 'moved', '{"to":"preparing"}', ${MORNING}, '${idOf(1)}', '${idOf(9)}');
    `)
  }
  expect(schemaVersion(db)).toBe(1)
  db.close()
}

describe('records of before there were versions of the checklist', () => {
  it('keep the wording they were answered under, whatever the app asks now', () => {
    leaveFirstSchema(true)
    const store = open()
    prepareChecklist(store, testPreset.checkItems, MORNING)
    expect(checklistOf(store, [moved()])).toMatchObject({ version: 1, items: firstChecklist, madeBy: null })
    expect(newestChecklist(store)).toMatchObject({ version: 2, items: testPreset.checkItems })
    const rollup = store.db.prepare('SELECT checks_answered, checks_total FROM lesson_rollup').get()
    expect(rollup).toEqual({ checks_answered: 4, checks_total: firstChecklist.length })
    store.close()
  })

  it('begin with the app’s own checks where nothing was recorded', () => {
    leaveFirstSchema(false)
    const store = open()
    prepareChecklist(store, testPreset.checkItems, MORNING)
    expect(listChecklists(store)).toMatchObject([{ version: 1, items: testPreset.checkItems }])
    store.close()
  })
})

describe('versions of the checklist', () => {
  let store: Store
  beforeEach(() => {
    store = open()
    prepareChecklist(store, testPreset.checkItems, MORNING)
    addStaff(store, { id: idOf(1), name: 'Mrs H Ashdown', role: 'leader' })
  })
  afterEach(() => store.close())

  it('hold a lesson to the one it was first prepared under', () => {
    expect(addChecklist(store, { items: own, madeAt: MORNING, madeBy: idOf(1) })).toBe(2)
    expect(checklistOf(store, [moved(1)])).toMatchObject({ version: 1, items: testPreset.checkItems })
    expect(checklistOf(store, [])).toMatchObject({ version: 2, items: own, madeBy: idOf(1) })
    expect(findChecklist(store, 3)).toBeNull()
  })

  it('come once from the app, and never over a leader’s', () => {
    prepareChecklist(store, testPreset.checkItems, MORNING + 1)
    expect(listChecklists(store)).toHaveLength(1)
    addChecklist(store, { items: own, madeAt: MORNING, madeBy: idOf(1) })
    prepareChecklist(store, testPreset.checkItems, MORNING + 2)
    expect(newestChecklist(store)).toMatchObject({ version: 2, madeBy: idOf(1) })
  })

  it('are evidence: none is changed or deleted', () => {
    expect(() => store.db.exec("UPDATE checklist_version SET items = '[]'")).toThrow(/evidence/)
    expect(() => store.db.exec('DELETE FROM checklist_version')).toThrow(/evidence/)
    expect(newestChecklist(store).items).toEqual(testPreset.checkItems)
  })
})

import type { DayRecord } from '../../../shared/domain/day-record.ts'
import type { ExportSettings } from '../../../shared/domain/export-settings.ts'
import type { SheetSplit, SplitSheets } from '../../../shared/domain/export-split.ts'
import { type FileSum, type Manifest, MANIFEST_NAME } from './day-folder.ts'
import { sha256 } from '../../sha256.ts'
import type { NamedFile } from './whole-folder.ts'

/** Over all that the sheets say, and which documents there are; times and versions of writing are not in it. */
export const contentHashOf = ({ sheets }: SplitSheets, { pdfs }: ExportSettings): string =>
  sha256(JSON.stringify([sheets, pdfs]))

export const manifestFile = (told: Manifest): NamedFile => ({
  name: MANIFEST_NAME,
  content: new TextEncoder().encode(`${JSON.stringify(told, null, 2)}\n`),
})

type Written = {
  /** A teacher's day, or a whole school's as one. */
  day: Omit<DayRecord, 'packs'>
  deviceId?: string
  exportedAt: number
  appVersion: string
}
type Content = SplitSheets & { split: SheetSplit; contentHash: string }

/** What a day's files say of themselves; the manifest is the last of them. `exportedAt`: UTC ms. */
export function manifestOf(
  { day, deviceId, exportedAt, appVersion }: Written,
  files: readonly NamedFile[],
  { split, leftOut, renamed, contentHash }: Content,
  version: number,
): Manifest {
  return {
    app: 'Session Companion',
    appVersion,
    format: 1,
    school: day.schoolName,
    isExample: day.isExample,
    notTheRegister: day.notTheRegister,
    date: day.date,
    teacher: day.teacherName,
    computer: day.deviceName,
    ...(deviceId !== undefined && { deviceId }),
    version,
    exportedAt: new Date(exportedAt).toISOString(),
    lessons: day.lessons.map(({ lesson }) => ({
      id: lesson.id,
      class: lesson.className,
      subject: lesson.subject,
      startsAt: new Date(lesson.startsAt).toISOString(),
    })),
    split,
    leftOut,
    renamed,
    contentHash,
    files: files.map(({ name, content }): FileSum => ({
      name,
      bytes: content.byteLength,
      sha256: sha256(content),
    })),
  }
}

import { type Icon, IconCircleCheck, IconClockHour4, IconPencil, IconUserQuestion } from '@tabler/icons-react'
import type { SheetSplit } from '../../../shared/domain/export-split.ts'
import type { MakingStep } from '../../../shared/ipc/commands/export.ts'
import type { OfficeDayView, OfficeLessonView } from '../../../shared/ipc/commands/office.ts'
import { counted } from '../../../shared/domain/words.ts'

type Standing = OfficeLessonView['standing']

/** How a lesson stands, in a word and by a shape: colour never says it alone. */
export const standingWords: Record<Standing, { words: string; tone: 'good' | 'warn' | 'quiet'; icon: Icon }> =
  {
    in: { words: 'In', tone: 'good', icon: IconCircleCheck },
    'being-corrected': { words: 'Being corrected', tone: 'warn', icon: IconPencil },
    open: { words: 'Not signed off yet', tone: 'warn', icon: IconClockHour4 },
    'second-adult-only': { words: 'Teacher’s own not in', tone: 'warn', icon: IconUserQuestion },
  }

/** The day in one line: how much is in and what is not. */
export function dayInWords({ teachers, missing, setAside, hasTimetable }: OfficeDayView): string {
  const lessons = teachers.flatMap((one) => one.lessons)
  const count = (...standings: Standing[]) =>
    lessons.filter(({ standing }) => standings.includes(standing)).length
  const toCome = count('open', 'being-corrected', 'second-adult-only')
  const parts = [
    teachers.length > 0
      ? `${counted(teachers.length, 'teacher')}, ${counted(count('in'), 'lesson')} in`
      : 'nothing in yet',
    toCome > 0 ? `${toCome} still to come` : '',
    missing.length > 0 ? `${missing.length} of the timetable missing` : '',
    hasTimetable || teachers.length === 0 ? '' : 'no timetable to say what is missing',
    setAside.length > 0 ? `${counted(setAside.length, 'file')} set aside` : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** What the making of a report does just now, where no number of files says it. */
export function reportStepWords(step: MakingStep | null, split: SheetSplit): string | undefined {
  if (step?.step !== 'printing' || step.of > 1) return undefined
  return split === 'office' ? 'Making the workbook, printing a page for each lesson' : 'Making the workbook'
}

import { z } from 'zod'
import { hexColour } from './colour.ts'
import { defaultExportSettings, exportSettings } from './export-settings.ts'
import { defaultCalendar, schoolCalendar } from './school-calendar.ts'
import { trainingTopic } from './training.ts'

/** More than so many minutes would hide who was late at all. */
export const MOST_REPORT_SLACK = 15

const folder = z.string().max(1000).nullable()
const line = (longest: number) => z.string().trim().max(longest)

/**
 * What a school decides for itself. Nothing here is a constant in code: a field not decided yet has a default, so that
 * settings kept by an earlier version still open.
 */
export const school = z.object({
  name: line(120).min(1),
  /** Domain of the school's own addresses, for `staff.school-account`. Empty until told. */
  domain: line(120),
  teacherName: line(120).min(1),
  teacherEmail: line(200),
  /** Folder the end-of-day export goes to; null until chosen. */
  officeFolder: folder,
  /** Said on every export: these marks are not the statutory register. */
  notTheRegister: line(400).min(1),
  /** The school day, its terms, and the days it is closed (head.timetable, staff.within-day). */
  calendar: schoolCalendar.default(defaultCalendar),
  /** The school's own colour: on its certificates (staff.rewards). */
  colour: hexColour.default('#6741d9'),
  /** Names of the school's own computers (staff.school-device). Empty until listed. */
  devices: z.array(line(80).min(1)).max(2000).default([]),
  /** What staff are trained in before they teach live (head.training). */
  trainingTopics: z
    .array(trainingTopic)
    .max(12)
    .default([
      { id: 'video-platform', title: 'Video platform' },
      { id: 'online-safety', title: 'Online safety' },
      { id: 'safeguarding', title: 'Safeguarding' },
    ]),
  /** The code of conduct, a line a rule (staff.conduct). */
  codeOfConduct: z
    .array(line(300).min(1))
    .min(1)
    .max(30)
    .default([
      'I teach and speak as I would in my classroom, and keep to the school’s code of conduct.',
      'I meet pupils only in lessons of the timetable, never one to one, and reach families only through their details on file.',
      'I use a school device, my school account and my own profile.',
      'I pass any concern to the safeguarding lead at once, and keep none of it here.',
    ]),
  /** The safeguarding guidance in force (staff.safeguarding); `checked` is the day somebody last looked. */
  safeguarding: z
    .object({
      edition: line(120),
      link: line(300),
      checked: z.iso.date().nullable(),
      lead: line(200),
    })
    .default({ edition: '', link: '', checked: null, lead: '' }),
  /**
   * Minutes within which a meeting's report and what was marked in a lesson count as the same, and from which somebody
   * is late or left early by the report.
   */
  reportSlackMinutes: z.number().int().min(0).max(MOST_REPORT_SLACK).default(2),
  /** The office's own address, for the way by e-mail. Empty until told. */
  officeEmail: z.union([z.literal(''), z.email().max(200)]).default(''),
  /** Where what is made for others than the office goes; null: asked each time. */
  splitFolders: z.object({ leaders: folder, home: folder }).default({ leaders: null, home: null }),
  /** What the export holds, and under which names. */
  exportSettings: exportSettings.default(defaultExportSettings),
  /** When the policy was adopted and must be looked at again (policy.review). */
  policyAdopted: z.iso.date().default('2021-01-01'),
  policyReview: z.iso.date().default('2023-01-01'),
})
export type School = z.infer<typeof school>

/** The folders that the settings keep: the office's, and those of the parts for others. */
export const keptFolders = ['office', 'leaders', 'home'] as const
export type KeptFolder = (typeof keptFolders)[number]

/** Null: not chosen, or asked each time. */
export const keptFolderOf = ({ officeFolder, splitFolders }: School, of: KeptFolder): string | null =>
  of === 'office' ? officeFolder : splitFolders[of]

export const keepsFolder = (one: School, of: KeptFolder, path: string | null): School =>
  of === 'office'
    ? { ...one, officeFolder: path }
    : { ...one, splitFolders: { ...one.splitFolders, [of]: path } }

/** A school as it stands after the first start, before anything else is decided. */
export const newSchool = (name: string, teacherName: string, notTheRegister: string): School =>
  school.parse({ name, teacherName, domain: '', teacherEmail: '', officeFolder: null, notTheRegister })

import { z } from 'zod'
import { exportedDay } from './export.ts'

/** The ways a day goes beside the office's folder. */
const fileWay = z.enum(['mail', 'leaders', 'home'])
export type FileWay = z.infer<typeof fileWay>

const ofDay = { date: z.iso.date() }

const written = z.object({ outcome: z.literal('written'), folder: z.string(), files: z.array(z.string()) })
const cancelled = z.object({ outcome: z.literal('cancelled') })

/** What is made of a signed day for others than the office's folder: whole or not at all, never over another. */
export const exportFileCommands = {
  /**
   * The office's part as a locked zip with a draft of an e-mail, in a folder that is chosen. The password is told this
   * once and kept nowhere.
   */
  'export.mail': {
    input: z.object(ofDay).strict(),
    output: z.discriminatedUnion('outcome', [
      cancelled,
      written.extend({ password: z.string(), to: z.string() }),
    ]),
  },
  /** What leaders get, or what goes home; into the school's folder for it, else one that is chosen. */
  'export.split': {
    input: z.object({ ...ofDay, split: z.enum(['leaders', 'home']) }).strict(),
    output: z.discriminatedUnion('outcome', [
      cancelled,
      /** Nobody was praised: there is nothing to take home. */
      z.object({ outcome: z.literal('nothing') }),
      written.extend(exportedDay.pick({ earlierIsDated: true, openFiles: true }).shape),
    ]),
  },
  /** Stops what is being made; nothing of it is left. */
  'export.stop-files': {
    input: z.object({ ...ofDay, way: fileWay }).strict(),
    output: z.object({}).strict(),
  },
  /** Shows the folder of what was made since the app began. */
  'export.reveal-files': {
    input: z.object({ ...ofDay, way: fileWay }).strict(),
    output: z.object({}).strict(),
  },
} as const

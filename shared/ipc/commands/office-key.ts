import { z } from 'zod'

const none = z.object({}).strict()

/** A key as people compare it. */
const shownKey = z.object({ recipient: z.string(), fingerprint: z.string() })

/** What this computer knows of the office's key (docs/adr/0011). */
export const officeKeyView = z.object({
  /** The key that days are sealed for here; null: none yet, and no day goes to the Office view. */
  inForce: shownKey.nullable(),
  /** Whether its secret half is on this computer: it is the office's own. */
  isHere: z.boolean(),
  /** The text to hand on to teachers' computers; null without a key. */
  text: z.string().nullable(),
  /** How the office knows this computer. */
  device: z.object({ name: z.string(), fingerprint: z.string() }),
})
export type OfficeKeyView = z.infer<typeof officeKeyView>

const refused = z.object({ outcome: z.literal('refused'), message: z.string() })

export const officeKeyCommands = {
  'office.key': { input: none, output: officeKeyView },
  /** Makes the office's key on this computer, which is the office's from then on. */
  'office.make-key': { input: none, output: officeKeyView },
  /** Lays the half that is no secret into the office's folder as a small text. */
  'office.save-key': { input: none, output: z.object({ path: z.string() }) },
  /** The recovery copy as a PDF in a folder a person chooses; null when it was cancelled. */
  'office.print-key': { input: none, output: z.object({ path: z.string().nullable() }) },
  /** Takes the secret half from the printed copy; this computer is the office's from then on. */
  'office.recover-key': {
    input: z.object({ typed: z.string().max(400) }).strict(),
    output: z.union([refused, z.object({ outcome: z.literal('recovered'), view: officeKeyView })]),
  },
  /** Reads a key from a text, or from the office's folder. Nothing is written: first somebody compares the fingerprint. */
  'office.read-key': {
    input: z.union([
      z.object({ from: z.literal('text'), text: z.string().max(4000) }).strict(),
      z.object({ from: z.literal('folder') }).strict(),
    ]),
    output: z.union([refused, shownKey.extend({ outcome: z.literal('found'), isInForce: z.boolean() })]),
  },
  /** From now on days are sealed for this key. */
  'office.take-key': {
    input: z.object({ recipient: z.string().max(200) }).strict(),
    output: officeKeyView,
  },
} as const

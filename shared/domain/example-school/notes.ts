import type { NoteKind } from '../events.ts'

type InventedNote = { about: NoteKind; text: string; of?: string }

/** What the last lesson of each subject left to come back to, by its learning intention; `of` is a pupil's forename. */
export const inventedNotes: Record<string, readonly InventedNote[]> = {
  'Unit fractions of amounts': [
    {
      about: 'misconception',
      text: 'Seven multiply by the denominator instead of dividing: bar model again',
    },
    { about: 'follow-up', text: 'Finished early and asked for a challenge', of: 'Amara' },
  ],
  'Inference: chapter 3': [
    { about: 'misconception', text: 'Retelling what happened instead of saying how we know' },
    { about: 'follow-up', text: 'To read aloud first next time', of: 'Farah' },
  ],
  'Editing our diary entries': [
    { about: 'misconception', text: 'Changing spellings only, not whole sentences' },
  ],
  'Levers and pulleys': [
    { about: 'misconception', text: 'Many think a longer lever makes the load lighter' },
    { about: 'follow-up', text: 'Show the class his pulley made of a cotton reel', of: 'Joe' },
  ],
  'Life in an Anglo-Saxon village': [
    { about: 'follow-up', text: 'Questions left on the wall: what did they eat in winter?' },
  ],
  'The journey of the River Severn': [
    { about: 'misconception', text: 'Mouth and source of the river mixed up' },
    { about: 'follow-up', text: 'Promised a map of the estuary', of: 'Isaac' },
  ],
}

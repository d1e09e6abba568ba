import { z } from 'zod'

/** Random ids: a person, class, lesson or event is nothing but this outside the vault. Events use UUID version 7. */
export const id = z.uuid()

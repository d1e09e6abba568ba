import { z } from 'zod'

/** What a school decides for itself. Every field has a default from the preset; nothing here is a constant in code. */
export const school = z.object({
  name: z.string().trim().min(1).max(120),
  /** Domain of the school's own addresses, for `staff.school-account`. Empty until told. */
  domain: z.string().trim().max(120),
  teacherName: z.string().trim().min(1).max(120),
  teacherEmail: z.string().trim().max(200),
  /** Folder the end-of-day export goes to; null until chosen. */
  officeFolder: z.string().max(1000).nullable(),
  /** Said on every export: these marks are not the statutory register. */
  notTheRegister: z.string().trim().min(1).max(400),
})
export type School = z.infer<typeof school>

/** A school as it stands after the first start, before anything else is decided. */
export const newSchool = (name: string, teacherName: string, notTheRegister: string): School => ({
  name,
  teacherName,
  domain: '',
  teacherEmail: '',
  officeFolder: null,
  notTheRegister,
})

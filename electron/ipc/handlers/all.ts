import { createLessonSharing } from '../lesson-sharing.ts'
import { createOfficeWatch } from '../office-watch.ts'
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { appHandlers } from './app.ts'
import { cameraHandlers } from './camera.ts'
import { certificateHandlers } from './certificates.ts'
import { checkHandlers } from './checks.ts'
import { checklistHandlers } from './checklists.ts'
import { classHandlers } from './classes.ts'
import { exportFileHandlers } from './export-files.ts'
import { exportHandlers } from './export.ts'
import { fileHandlers } from './files.ts'
import { groupHandlers } from './groups.ts'
import { officeDeviceHandlers } from './office-devices.ts'
import { officeReportHandlers } from './office-report.ts'
import { officeHandlers } from './office.ts'
import { lessonHandlers } from './lessons.ts'
import { officeKeyHandlers } from './office-key.ts'
import { joiningLessonHandlers } from './joining-lesson.ts'
import { reportHandlers } from './reports.ts'
import { policyHandlers } from './policy.ts'
import { schemeHandlers } from './schemes.ts'
import { preferencesHandlers } from './preferences.ts'
import { sharingHandlers } from './sharing.ts'
import { staffHandlers } from './staff.ts'
import { panelHandlers } from './panel.ts'
import { packHandlers } from './packs.ts'
import { planHandlers } from './plan.ts'
import { timetableFileHandlers } from './timetable-files.ts'
import { timetableHandlers } from './timetable.ts'
import { waitingHandlers } from './waiting.ts'

/** Every command of the contract has its handler here; the type check fails when one is missing. */
export function createHandlers(context: Context): Handlers {
  const sharing = createLessonSharing(context)
  const office = createOfficeWatch(context)
  office.follow()
  return {
    ...appHandlers(context),
    ...cameraHandlers(context),
    ...certificateHandlers(context),
    ...checkHandlers(context),
    ...checklistHandlers(context),
    ...classHandlers(context),
    ...exportHandlers(context),
    ...exportFileHandlers(context),
    ...fileHandlers(context),
    ...groupHandlers(context),
    ...lessonHandlers(context),
    ...policyHandlers(context),
    ...reportHandlers(context),
    ...preferencesHandlers(context),
    ...schemeHandlers(context),
    ...staffHandlers(context),
    ...officeKeyHandlers(context),
    ...officeHandlers(context, office),
    ...officeReportHandlers(context),
    ...officeDeviceHandlers(context),
    ...packHandlers(context),
    ...panelHandlers(context),
    ...planHandlers(context),
    ...timetableHandlers(context),
    ...timetableFileHandlers(context),
    ...waitingHandlers(context),
    ...sharingHandlers(context, sharing),
    ...joiningLessonHandlers(context, sharing),
  }
}

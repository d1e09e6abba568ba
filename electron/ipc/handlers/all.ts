import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { appHandlers } from './app.ts'
import { checkHandlers } from './checks.ts'
import { classHandlers } from './classes.ts'
import { exportHandlers } from './export.ts'
import { lessonHandlers } from './lessons.ts'
import { waitingHandlers } from './waiting.ts'

/** Every command of the contract has its handler here; the type check fails when one is missing. */
export const createHandlers = (context: Context): Handlers => ({
  ...appHandlers(context),
  ...checkHandlers(context),
  ...classHandlers(context),
  ...exportHandlers(context),
  ...lessonHandlers(context),
  ...waitingHandlers(context),
})

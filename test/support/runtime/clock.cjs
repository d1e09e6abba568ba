// Loaded with `-r` into the main process of a test: the app believes it was started at SESSION_COMPANION_TEST_CLOCK
// (ISO time), and its clock ticks on from there. Only `Date` is changed; timers and everything else run in real time.
'use strict'

const startsAt = process.env.SESSION_COMPANION_TEST_CLOCK

if (startsAt) {
  const RealDate = Date
  const realNow = RealDate.now
  const offsetMs = RealDate.parse(startsAt) - realNow()
  if (Number.isNaN(offsetMs)) throw new Error(`SESSION_COMPANION_TEST_CLOCK is not a time: ${startsAt}`)
  const now = () => realNow() + offsetMs

  const ShiftedDate = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
    apply: () => new RealDate(now()).toString(),
  })
  RealDate.now = now
  RealDate.prototype.constructor = ShiftedDate
  globalThis.Date = ShiftedDate
}

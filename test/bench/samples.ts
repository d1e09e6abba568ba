import { median, percentile, round } from './statistics.ts'

/** What was measured of the bare yardstick and of the app, taken in turns; ms or MB. */
export type Samples = { bare: number[]; app: number[] }

/** One figure of the bench: what it is, its unit, and the samples of it. */
export type Figure = { name: string; says: string; unit: 'ms' | 'MB'; samples: Samples }

const of = (numbers: readonly number[], unit: string): string =>
  `median ${round(median(numbers), 1)}, p95 ${round(percentile(numbers, 0.95), 1)}, p99 ${round(percentile(numbers, 0.99), 1)} ${unit}`

const ratioAt = ({ bare, app }: Samples, share: number): number =>
  round(percentile(app, share) / percentile(bare, share), 3)

/** One figure as a line for people. */
export const lineOf = ({ says, unit, samples }: Figure): string =>
  `${says}: bare ${of(samples.bare, unit)}; app ${of(samples.app, unit)}; ratio ${ratioAt(samples, 0.5)} (p99 ${ratioAt(samples, 0.99)}), ${samples.app.length} each`

/** One figure as values: `bareMs`, `appMs`, `ratio` of the medians, and the same of p95 and p99. */
export function valuesOf({ unit, samples }: Figure): Record<string, number> {
  const ending = unit === 'ms' ? 'Ms' : 'Mb'
  const { bare, app } = samples
  return {
    [`bare${ending}`]: round(median(bare), 1),
    [`app${ending}`]: round(median(app), 1),
    ratio: ratioAt(samples, 0.5),
    [`bareP95${ending}`]: round(percentile(bare, 0.95), 1),
    [`appP95${ending}`]: round(percentile(app, 0.95), 1),
    [`bareP99${ending}`]: round(percentile(bare, 0.99), 1),
    [`appP99${ending}`]: round(percentile(app, 0.99), 1),
    ratioP99: ratioAt(samples, 0.99),
    samples: app.length,
  }
}

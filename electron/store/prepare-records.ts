import type { Preset } from '../../shared/domain/preset.ts'
import { prepareChecklist } from './checklist-repository.ts'
import type { Store } from './open-store.ts'
import { prepareScheme } from './scheme-repository.ts'

/** Gives records that were opened what every school starts with. `now` is UTC ms. */
export function prepareRecords(store: Store, preset: Preset, now: number): void {
  prepareChecklist(store, preset.checkItems, now)
  prepareScheme(store, preset.scheme, now)
}

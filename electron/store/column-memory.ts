import {
  columnMemory,
  type ColumnMemory,
  type NamedColumns,
  remember,
} from '../../shared/domain/column-meanings.ts'
import type { Store } from './open-store.ts'
import { readSetting, writeSetting } from './school-repository.ts'

const NAME = 'class-list-columns'

/** What people have said of the columns of class lists. */
export const readColumnMemory = (store: Store): ColumnMemory =>
  columnMemory.parse(readSetting(store, NAME) ?? {})

/** Keeps what a person said of the columns of one source. */
export const rememberColumns = (store: Store, source: string, columns: NamedColumns): void =>
  writeSetting(store, NAME, remember(readColumnMemory(store), source, columns))

import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { AppState, AppStore } from './app-store.ts'

export const AppStoreContext = createContext<AppStore | null>(null)

export function useApp<T>(select: (state: AppState) => T): T {
  const store = useContext(AppStoreContext)
  if (!store) throw new Error('useApp outside of the app')
  return useStore(store, select)
}

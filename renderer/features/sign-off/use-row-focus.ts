import { type KeyboardEvent, type RefObject, useRef } from 'react'

/**
 * Keeps the focus in a list whose rows go as they are settled: the row that comes into the place of the one that went
 * has it next. The control that takes it in each row has `data-row-focus`.
 */
export function useRowFocus(list: RefObject<HTMLElement | null>, count: number) {
  const wanted = useRef<{ place: number; before: number } | null>(null)
  const controls = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-row-focus]') ?? [])]
  const placeNow = () => controls().findIndex((one) => holderOf(one)?.contains(document.activeElement))
  return {
    /** The row that has the focus is about to go. */
    remember: () => {
      const place = placeNow()
      if (place >= 0) wanted.current = { place, before: count }
    },
    /** To be called once rows are drawn. */
    restore: () => {
      if (!wanted.current || wanted.current.before === count) return
      const all = controls()
      all[Math.min(wanted.current.place, all.length - 1)]?.focus()
      wanted.current = null
    },
    /** Up and Down go to the row above or below. */
    move: (event: KeyboardEvent) => {
      event.preventDefault()
      controls()[placeNow() + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
    },
  }
}

const holderOf = (control: HTMLElement): HTMLElement | null => control.closest('tr, li')
